"""News that nobody wrote: articles of any length out of sentences of our own, the same for the same number."""

from __future__ import annotations

import random
from datetime import date, timedelta

from timeline.model import Article

PEOPLE = (
    "President Ilse Marten of Austria", "Foreign Minister Jorge Salcedo of Peru", "Prime Minister Aino Virta of Finland", "Boris Kantor",
    "Defence Minister Li Wenhao of China", "Ambassador Odile Renard", "Chancellor Felix Brandt of Germany", "Amina Diallo of Senegal",
    "President Ravi Chandran of India", "Secretary of State Helen Ford", "Deputy Foreign Minister Piotr Zalewski of Poland",
    "Maria Lindqvist",
)  # fmt: skip
STATES = ("Chile", "Norway", "Kenya", "Japan", "Portugal", "Vietnam", "Ghana", "Canada", "Estonia", "Jordan", "Fiji", "Uruguay")
TOWNS = ("Geneva", "Lima", "Oslo", "Nairobi", "Tokyo", "Lisbon", "Hanoi", "Accra", "Ottawa", "Tallinn", "Amman", "Montevideo")
TOPICS = ("fishing rights", "the border crossing", "grain exports", "the new pipeline", "visas for students", "the railway", "water")
TIMES = (
    "on Tuesday", "last week", "on {day}", "in early {month}", "yesterday", "two days before the summit", "on Friday evening",
    "earlier this month",
    "three days after the vote", "a week later", "the following day", "in {year}", "on {day} {year}", "late last year", "next Thursday",
    "this morning",
)  # fmt: skip
SENTENCES = (
    "{A} met {B} in {town} {time}.",
    "{time}, {A} spoke by phone with {B} about {topic}.",
    "{state} recalled its ambassador from {other} {time} over {topic}.",
    "The two sides will hold talks in {town} {time}, a spokesperson said.",
    "“We want a fair agreement on {topic},” {A} told reporters {time}.",
    "During the meeting they discussed {topic} and agreed to meet again {time}.",
    "{state} and {other} signed an agreement on {topic} in {town} {time}.",
    "{B} arrived in {town} {time} for a visit of three days.",
    "The government of {state} expelled two diplomats from {other} {time}.",
    "Sanctions on {state} were lifted {time}, said {A}.",
    "{A}, who visited {town} {time}, has denied that the talks were called off.",
    "At least four people were killed in an attack near {town} {time}, the police of {state} said.",
    "The parliament of {state} voted {time} to leave the treaty with {other}.",
    "It was the first call since {B} took office in {year}.",
    "Prices rose and the harvest was poor, but nobody spoke of it.",
    "He thanked his counterpart and promised to send a letter {time}.",
    "The summit in {town} was put off until {month}, {other} announced {time}.",
    "Thousands marched through {town} {time} against {topic}.",
    "Before the conversation, {A} had flown from {town} to see {B}.",
    "Their ministers opened a joint exercise {time} off the coast of {state}.",
    "A ceasefire between {state} and {other} came into force {time}.",
)
EPOCH = date(2024, 1, 1)
A_PARAGRAPH = 4


def article(number: int, *, sentences: int) -> Article:
    """One article of so many sentences, all its own by its number."""
    chance = random.Random(number)
    published = EPOCH + timedelta(days=number % 900)
    told = [sentence(chance, published) for _ in range(sentences)]
    paragraphs = [" ".join(told[i : i + A_PARAGRAPH]) for i in range(0, len(told), A_PARAGRAPH)]
    return Article(f"made-up-{number}", published, "\n\n".join(paragraphs))


def sentence(chance: random.Random, published: date) -> str:
    """A sentence with people, places and times drawn by chance."""
    first, second = chance.sample(PEOPLE, 2)
    state, other = chance.sample(STATES, 2)
    day = published - timedelta(days=chance.randrange(1, 60))
    month = f"{day:%B}"
    time = chance.choice(TIMES).format(day=f"{day.day} {month}", month=month, year=published.year - chance.randrange(3))
    words = {"A": first, "B": second, "state": state, "other": other, "time": time}
    whole = chance.choice(SENTENCES).format(**words, town=chance.choice(TOWNS), topic=chance.choice(TOPICS), month=month, year=day.year)
    return whole[0].upper() + whole[1:]

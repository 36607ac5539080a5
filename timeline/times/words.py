"""The words of time: tables only, lower case."""

from __future__ import annotations

from timeline.model import Relation
from timeline.times.expression import DayPart, Portion, Vague, Which
from timeline.times.interval import Grain

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

ROMAN_MONTHS = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0, "tue": 1,
    "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "another": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a dozen": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "a hundred": 100, "one hundred": 100, "a thousand": 1000,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "last": -1, "final": -1, "opening": 1, "closing": -1,
}  # fmt: skip

VAGUE_NUMBERS = (
    "several", "some", "many", "a few", "few", "a couple of", "couple of", "a number of", "various", "a handful of", "countless", "dozens of",
    "hundreds of", "thousands of", "tens of thousands of", "scores of",
)  # fmt: skip
HEDGES = (
    "about", "around", "roughly", "nearly", "almost", "some", "approximately", "more than", "over", "less than", "at least", "up to",
    "close to", "under", "well over", "little more than", "a little more than", "just over", "just under", "fewer than", "no more than", "at most",
)  # fmt: skip
# Those that put the truth on one side of the count.
MORE_THAN = frozenset({"more than", "over", "well over", "at least"})
LESS_THAN = frozenset({"less than", "under", "fewer than", "no more than", "at most", "up to"})
# What TIMEX3 calls the hedge; those that are missing are APPROX.
HEDGE_MODS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "well over": "MORE_THAN", "little more than": "MORE_THAN", "a little more than": "MORE_THAN",
    "just over": "MORE_THAN", "less than": "LESS_THAN", "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN",
    "just under": "LESS_THAN", "fewer than": "LESS_THAN", "close to": "LESS_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS",
}  # fmt: skip
FOCUS_WORDS = (
    "just", "exactly", "only", "barely", "precisely", "fully", "even", "a full", "a mere", "a good", "hardly", "scarcely", "no sooner than",
)  # fmt: skip
# Before a count they belong to it: "another ten months", "the nine months".
MORE = ("another", "a further", "an additional", "an extra", "the", "those", "these")
# Before dates and hours, and before times, they belong to the phrase: "about 7:45 p.m.", "most of the 1970s".
CIRCA = ("about", "around", "approximately", "roughly", "nearly", "circa", "some time around")
# Words that may stand between a count and its unit.
BETWEEN_COUNT_AND_UNIT = (
    "consecutive", "straight", "successive", "full", "whole", "long", "more", "further", "additional", "extra", "trading", "business", "working",
    "calendar", "separate", "short", "entire", "intense", "bloody", "brutal", "difficult", "crucial", "tense", "gruelling", "grueling", "turbulent",
    "or so", "or more", "odd",
)  # fmt: skip

# Units finer than a day are held as hours.
UNITS = {
    "day": Grain.DAY, "working day": Grain.WORKING_DAY, "week": Grain.WEEK, "fortnight": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR,
    "decade": Grain.DECADE, "century": Grain.CENTURY, "centurie": Grain.CENTURY,
}  # fmt: skip
HOURS = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
TIMES_A_UNIT = {"fortnight": 2}

# Winter counts with the year it begins in, as TIMEX3 has it.
SEASONS = {"winter": 1, "spring": 2, "summer": 3, "autumn": 4, "fall": 4}
SEASON_CODES = {1: "WI", 2: "SP", 3: "SU", 4: "FA"}

DAY_PARTS = {
    "morning": DayPart.MORNING, "mornings": DayPart.MORNING, "noon": DayPart.MIDDAY, "midday": DayPart.MIDDAY, "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING, "night": DayPart.NIGHT, "nights": DayPart.NIGHT, "dawn": DayPart.MORNING, "daybreak": DayPart.MORNING, "sunrise": DayPart.MORNING, "mid-morning": DayPart.MORNING, "midmorning": DayPart.MORNING,
    "mid-afternoon": DayPart.AFTERNOON, "midafternoon": DayPart.AFTERNOON, "sunset": DayPart.EVENING, "dusk": DayPart.EVENING, "nightfall": DayPart.EVENING, "daytime": DayPart.DAY,
    "nighttime": DayPart.NIGHT, "lunchtime": DayPart.MIDDAY,
}  # fmt: skip

# Of no certain day before a noun: "night raids", "daytime flights".
DAY_PART_ADJECTIVES = {"night": DayPart.NIGHT, "nighttime": DayPart.NIGHT, "daytime": DayPart.DAY}

PORTIONS = {
    "early": Portion.START, "early in": Portion.START, "mid": Portion.MID, "late": Portion.END, "late in": Portion.END,
    "the beginning of": Portion.START, "beginning of": Portion.START, "the start of": Portion.START, "start of": Portion.START,
    "the early part of": Portion.START, "the early days of": Portion.FIRST_DAYS, "the opening days of": Portion.FIRST_DAYS, "the dawn of": Portion.START,
    "the turn of": Portion.START, "the very beginning of": Portion.START, "the middle of": Portion.MID, "middle of": Portion.MID,
    "the end of": Portion.END, "end of": Portion.END, "the very end of": Portion.END, "the close of": Portion.END, "the latter part of": Portion.END,
    "the final days of": Portion.LAST_DAYS, "the last days of": Portion.LAST_DAYS, "the first days of": Portion.FIRST_DAYS, "the closing days of": Portion.LAST_DAYS,
    "the outset of": Portion.START, "the conclusion of": Portion.END, "the opening of": Portion.START, "the first half of": Portion.FIRST_HALF, "first half of": Portion.FIRST_HALF,
    "the second half of": Portion.SECOND_HALF, "second half of": Portion.SECOND_HALF, "the latter half of": Portion.SECOND_HALF,
    "later in": Portion.LATER, "earlier in": Portion.EARLIER, "the rest of": Portion.LATER, "the remainder of": Portion.LATER,
    "the first part of": Portion.START, "the later part of": Portion.END,
}  # fmt: skip

# What "this month" and the like are cut by.
CUTS = {"earlier": Portion.EARLIER, "so far": Portion.SO_FAR, "later": Portion.LATER}

WHICH = {
    "last": Which.LAST, "past": Which.LAST, "this past": Which.LAST, "this last": Which.LAST, "this": Which.THIS, "this coming": Which.NEXT,
    "next": Which.NEXT, "coming": Which.NEXT, "this upcoming": Which.NEXT,
}  # fmt: skip
STEPS = {"last": -1, "past": -1, "this": 0, "this past": -1, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "this coming": 1}
# Counted from the time last spoken of.
SPOKEN_STEPS = {
    "that same": 0, "that very": 0, "that": 0, "the same": 0, "the very same": 0, "the following": 1, "the next": 1, "the subsequent": 1,
    "the previous": -1, "the preceding": -1, "the ensuing": 1, "the very next": 1,
}  # fmt: skip

VAGUE = {
    "now": Vague.PRESENT, "right now": Vague.PRESENT, "currently": Vague.PRESENT, "current": Vague.PRESENT,
    "nowadays": Vague.PRESENT, "these days": Vague.PRESENT,
    "present-day": Vague.PRESENT, "the present day": Vague.PRESENT, "modern day": Vague.PRESENT,
    "recently": Vague.PAST, "recent": Vague.PAST, "most recently": Vague.PAST,
    "lately": Vague.PAST, "the past": Vague.PAST, "the recent past": Vague.PAST, "long ago": Vague.PAST, "some time ago": Vague.PAST,
    "a while ago": Vague.PAST, "not long ago": Vague.PAST, "a short time ago": Vague.PAST, "the other day": Vague.PAST,
    "the future": Vague.FUTURE, "the near future": Vague.FUTURE, "the foreseeable future": Vague.FUTURE, "future": Vague.FUTURE,
    "the coming future": Vague.FUTURE, "the near term": Vague.FUTURE, "the long term": Vague.FUTURE, "the short term": Vague.FUTURE,
}  # fmt: skip

# Only behind a preposition, which is no part of the phrase: "at present", "to date".
VAGUE_BEHIND = {
    "at": {"present": Vague.PRESENT, "the moment": Vague.PRESENT, "this time": Vague.PRESENT, "this moment": Vague.PRESENT},
    "to": {"date": Vague.PRESENT}, "for": {"the moment": Vague.PRESENT, "the time being": Vague.PRESENT},
}  # fmt: skip
FIXED_HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14), "may day": (5, 1), "halloween": (10, 31),
    "armistice day": (11, 11), "veterans day": (11, 11), "bastille day": (7, 14), "all saints' day": (11, 1), "epiphany": (1, 6),
    "st. patrick's day": (3, 17), "saint patrick's day": (3, 17), "st patrick's day": (3, 17), "anzac day": (4, 25), "juneteenth": (6, 19), "orthodox christmas": (1, 7),
    "international women's day": (3, 8), "human rights day": (12, 10), "earth day": (4, 22), "the fourth of july": (7, 4),
}  # fmt: skip
# Days after the Easter Sunday of the western churches.
EASTER_HOLIDAYS = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1,
    "easter sunday": 0, "easter day": 0, "easter": 0, "easter monday": 1, "ascension day": 39, "pentecost": 49, "pentecost sunday": 49, "whit sunday": 49,
    "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
# Feasts whose days other calendars or a law move: the state whose list of holidays has them, and their name there.
FEASTS = {
    "eid al-fitr": ("AE", "eid al-fitr"), "eid-ul-fitr": ("AE", "eid al-fitr"), "eid al-adha": ("AE", "eid al-adha"), "eid-ul-adha": ("AE", "eid al-adha"),
    "ashura": ("IQ", "ashura"), "islamic new year": ("AE", "islamic new year"), "nowruz": ("IR", "nowruz"), "lunar new year": ("CN", "chinese new year"),
    "chinese new year": ("CN", "chinese new year"), "spring festival": ("CN", "chinese new year"), "mid-autumn festival": ("CN", "mid-autumn festival"),
    "tet": ("VN", "lunar new year"), "seollal": ("KR", "korean new year"), "chuseok": ("KR", "chuseok"), "diwali": ("IN", "diwali"), "holi": ("IN", "holi"),
    "vesak": ("SG", "vesak day"), "yom kippur": ("IL", "yom kippur"), "rosh hashanah": ("IL", "rosh hashanah"), "passover": ("IL", "pesach"),
    "sukkot": ("IL", "sukkot"), "shavuot": ("IL", "shavuot"), "thanksgiving day": ("US", "thanksgiving"), "thanksgiving": ("US", "thanksgiving"),
    "labor day": ("US", "labor day"), "memorial day": ("US", "memorial day"), "martin luther king day": ("US", "martin luther king"),
    "martin luther king jr. day": ("US", "martin luther king"), "presidents' day": ("US", "washington's birthday"), "columbus day": ("US", "columbus day"),
    "canada day": ("CA", "canada day"), "australia day": ("AU", "australia day"), "russia day": ("RU", "russia day"), "waitangi day": ("NZ", "waitangi day"),
}  # fmt: skip
FEASTS_BY_RULE = ("ramadan", "orthodox easter")
# With the state's name beside them.
NATIONAL_DAYS = (
    "independence day", "national day", "republic day", "victory day", "constitution day", "liberation day", "unity day", "revolution day", "freedom day",
    "flag day", "armed forces day", "statehood day", "foundation day", "reunification day",
)  # fmt: skip

# As TIMEX3 writes them behind the hour; what a "CST" or local time is depends on the place.
ZONES = {
    "utc": "Z", "gmt": "Z", "z": "Z", "est": "-05", "edt": "-04", "pst": "-08", "pdt": "-07", "cet": "+01", "cest": "+02", "bst": "+01",
    "msk": "+03", "jst": "+09", "cst": "", "cdt": "-05", "ist": "", "et": "", "local time": "", "local": "",
}  # fmt: skip

# Nouns that name a happening with a time of its own: "at the summit", "in that meeting".
EVENT_NOUNS = (
    "meeting", "call", "phone call", "conversation", "talks", "summit", "visit", "conference", "session", "briefing", "ceremony", "negotiations",
    "dinner", "lunch", "reception", "round", "trip", "forum", "hearing", "debate", "vote", "signing", "inauguration", "funeral", "consultations",
    "discussion", "discussions", "encounter", "gathering", "assembly", "congress", "tour", "war", "crisis", "attack", "raid", "strike",
    "invasion", "campaign", "election", "elections", "referendum", "exercise", "exercises", "drill", "drills", "protests", "protest", "rally",
    "parade", "interview", "speech", "address", "trial", "ceasefire", "truce", "siege", "battle", "fighting", "clashes", "stopover", "stay",
)  # fmt: skip

# What the direction of a bare weekday or month is read from.
FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "would", "won't", "won’t", "may", "might", "could", "should", "must", "can"})
FUTURE_WORDS = frozenset({
    "scheduled", "due", "expected", "slated", "poised", "planned", "upcoming", "forthcoming", "tomorrow", "tentatively", "foreseen", "fixed",
    "expects", "expect", "awaits", "awaited", "envisaged",
})  # fmt: skip
# Of dates rather than weekdays these may mean one to come: "accepted an invitation for 12 May", "postponed it to 3 June".
SETTING_A_DATE = frozenset({
    "accept", "agree", "announce", "arrange", "confirm", "expect", "fix", "invite", "move", "name", "offer", "plan", "pledge", "postpone", "prepare",
    "promise", "propose", "reschedule", "schedule", "secure", "set", "settle", "suggest", "urge", "vow",
})  # fmt: skip
# With an infinitive after them these look ahead: "agreed to meet on Friday".
LOOKING_AHEAD = frozenset({
    "plan", "plans", "planned", "planning", "intend", "intends", "intended", "expect", "expects", "expected", "agreed", "agree", "agrees", "decided",
    "vowed", "pledged", "promised", "promises", "hope", "hopes", "hoped", "want", "wants", "wanted", "aims", "aim", "aimed", "prepare",
    "prepares", "preparing", "prepared", "scheduled", "due", "slated", "set", "poised", "urged", "asked", "invited", "called", "told", "invites", "asks", "urges", "ready", "going", "about",
    "is", "are", "am", "likely", "bound", "required", "ordered", "offered", "threatened", "proposed", "resolved", "continue", "seek", "seeks",
})  # fmt: skip
# With an infinitive after them these nouns look ahead: "the decision to close the strait on Friday".
INTENTIONS = frozenset({
    "decision", "plan", "plans", "pledge", "pledges", "promise", "vow", "invitation", "offer", "proposal", "bid", "deal", "order", "orders", "request",
    "intention", "deadline", "agreement", "commitment", "readiness", "willingness",
})  # fmt: skip
# "Called a session for Monday" looks ahead, "blamed him for Monday's attack" back.
CALLED_FOR = tuple(
    f" {noun} for" for noun in ("meeting", "session", "talks", "vote", "summit", "hearing", "debate", "conference", "election", "elections")
)
# They end in s and are no subjects of several: "its launch".
NO_PLURALS = frozenset(
    {"its", "his", "this", "was", "is", "has", "does", "as", "us", "yes", "thus", "plus", "versus", "across", "series", "news"}
)
# What is held so "until Friday" lasts beyond the day of the telling, whatever else the clause says.
HELD = frozenset({"closed", "shut", "postponed", "suspended", "adjourned", "delayed", "deferred", "extended", "grounded"})
# What lasted "until Friday" is over; what was put off, closed or given until then is not.
LASTED = frozenset({
    "lasted", "continued", "stayed", "remained", "ran", "went", "waited", "fought", "kept", "raged", "lived", "served", "worked", "talked", "was", "were",
    "not", "never", "didn't", "didn’t", "wasn't", "wasn’t", "had", "did", "held", "stood", "ruled", "led", "met", "sat", "spoke", "knew", "only", "up",
    "used", "reigned", "slept", "negotiated", "occupied", "controlled", "survived", "resisted", "lay", "dragged", "flew", "sailed",
})  # fmt: skip
# "Would not say on Friday" tells of the past.
REFUSED = frozenset({"say", "comment", "confirm", "elaborate", "disclose", "discuss", "answer"})
# Behind "to" these are no infinitives.
NOT_VERBS = frozenset({
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "be", "him", "them", "it", "us", "me", "you", "and", "or", "some",
    "more", "all", "both", "each", "power", "office", "court", "work",
})  # fmt: skip
# In the present tense these tell what the timetable holds: "the talks open on Monday".
TIMETABLE = frozenset({
    "begins", "begin", "starts", "start", "opens", "open", "ends", "end", "closes", "close", "expires", "expire", "arrives", "arrive", "travels", "travel",
    "meets", "meet", "hosts", "host", "visits", "visit", "votes", "vote", "resumes", "resume", "convenes", "convene", "leaves", "departs", "flies", "takes",
    "take", "comes", "come", "enters", "enter", "goes", "go", "runs", "kicks", "returns", "return", "holds", "hold", "sits", "gathers", "gather", "heads", "head", "speaks", "speak", "confers", "confer", "signs", "sign",
    "decides", "decide", "lifts", "lift", "lapses", "lapse", "reopens", "reopen", "reconvenes", "reconvene", "launches", "launch", "celebrates", "celebrate",
    "chairs", "chair", "attends", "attend", "lead", "delivers", "deliver", "elects", "elect", "chooses", "choose", "dissolves", "dissolve", "considers",
    "consider", "inaugurates", "faces", "face", "receives", "receive", "addresses", "address", "joins", "join", "looms", "nears", "welcomes", "welcome",
    "tour", "tours",
})  # fmt: skip
PAST_VERBS = frozenset({
    "was", "were", "had", "did", "met", "said", "told", "held", "spoke", "took", "gave", "made", "began", "came", "went", "left", "flew", "saw", "sent",
    "shot", "struck", "won", "lost", "fell", "broke", "rose", "fought", "wrote", "led", "paid", "became", "found", "has", "have", "ago", "yesterday", "hit",
    "cut", "grew", "drew", "swore", "withdrew", "overthrew", "chose", "ran", "rang", "sank", "got", "kept", "bought", "brought", "thought", "caught",
    "taught", "sought", "stood", "built", "spent", "felt", "dealt", "meant", "put", "sold", "sat", "threw", "knew", "blew", "froze", "stole", "shook",
    "forgave", "forbade", "wound", "bore", "tore", "fled", "bound", "dug", "spread", "quit", "shut", "beat", "rode", "drove", "undertook",
    "underwent", "saying", "showed", "heard", "read", "laid",
})  # fmt: skip
NOT_PAST = frozenset(
    {"united", "need", "indeed", "speed", "feed", "exceed", "proceed", "succeed", "agreed-upon", "hundred", "armed", "red", "bed"}
)

# After one of these a bare "May" or "spring" is a time.
TIME_PREPOSITIONS = (
    "in", "since", "until", "till", "by", "of", "from", "to", "between", "and", "through", "during", "last", "next", "this", "early", "late",
    "mid", "before", "after", "for", "throughout", "around", "about", "on", "the", "each", "every", "that", "following", "year", "or", "over", "(",
    "as of", "previous", "circa",
)  # fmt: skip
# Months that are also words or names.
NAMES_TOO = frozenset({"may", "march", "mar", "jan", "jun", "dec", "sep"})
GIVEN_NAMES = frozenset({"april", "may", "june", "august", "january", "july", "october"})
TENS_OF_YEARS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
# A number before one of these counts, one after one of those only numbers.
COUNTED = (
    "people", "troops", "men", "women", "soldiers", "tons", "tonnes", "miles", "km", "kilometers", "kilometres", "feet", "metres", "meters", "dead",
    "wounded", "casualties", "prisoners", "tanks", "aircraft", "ships", "guns", "warheads", "civilians", "refugees", "dollars", "euros", "pounds",
    "percent", "per cent", "points", "members", "homes", "houses", "times", "words", "pages", "acres", "hectares", "employees", "workers", "jobs",
    "planes", "vehicles", "missiles", "rockets", "students", "votes", "others", "killed", "detainees", "migrants", "police", "officers", "barrels",
    "committee", "infantry", "cavalry", "horses", "index", "strong", "page", "seat", "seats", "rpm", "hp", "mah", "megawatts", "mw", "volunteers", "patients", "cases", "deaths", "artillery", "pieces", "yards", "inhabitants",
)  # fmt: skip
NUMBERED_THINGS = (
    "resolution", "resolutions", "order", "no", "number", "law", "act", "article", "decree", "directive", "regulation", "boeing", "airbus", "flight",
    "room", "page", "route", "highway", "convention", "form", "bill", "section", "paragraph", "committee", "chapter", "case", "vision", "agenda", "windows", "horizon", "phone", "telephone", "tel", "fax", "box", "unit", "file", "docket",
)  # fmt: skip
# Before a number without a unit these count too.
COUNTING = ("nearly", "almost", "some", "over", "than", "roughly", "killed", "least")

BEFORE_WORDS = ("before", "prior to", "ahead of", "previous to", "until", "in advance of", "leading up to", "preceding", "earlier than")
AFTER_WORDS = ("after", "following", "since", "on from", "from", "later than")
# A bare relation to an event, without an offset.
PLAIN_RELATIONS = {
    "before": Relation.BEFORE, "ahead of": Relation.BEFORE, "prior to": Relation.BEFORE, "in advance of": Relation.BEFORE,
    "in the run-up to": Relation.BEFORE, "after": Relation.AFTER, "following": Relation.AFTER, "in the wake of": Relation.AFTER,
    "in the aftermath of": Relation.AFTER, "as soon as": Relation.AFTER, "since": Relation.SINCE, "until": Relation.UNTIL, "till": Relation.UNTIL,
    "by the time of": Relation.BY, "by the time": Relation.BY, "during": Relation.DURING, "throughout": Relation.DURING,
    "in the course of": Relation.DURING, "on the sidelines of": Relation.DURING, "on the margins of": Relation.DURING, "at the time of": Relation.DURING, "no later than": Relation.BY,
}  # fmt: skip
AT_WORDS = ("in", "at")

# TIMEX3 unit letters; decades and centuries are counted in years.
UNIT_LETTERS = {
    Grain.DAY: "D", Grain.WORKING_DAY: "D", Grain.WEEK: "W", Grain.MONTH: "M", Grain.QUARTER: "Q", Grain.YEAR: "Y", Grain.DECADE: "Y", Grain.CENTURY: "Y",
}  # fmt: skip
ADVERBS_OF_REPEATING = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biannually": "P6M", "twice-yearly": "P6M",
    "half-yearly": "P6M", "biennial": "P2Y", "biennially": "P2Y", "twice-weekly": "P1W",
}  # fmt: skip

# Names that hold a word of time and are no time.
NAMES_WITH_TIME = (
    "good friday agreement", "september 11 attacks", "sept. 11 attacks", "september 11 terrorist attacks", "cyber monday", "bloody sunday", "black friday", "black monday", "black sunday", "sunday times", "sunday telegraph", "mail on sunday",
    "friday mosque", "april fools", "october revolution", "february revolution", "prague spring", "arab spring",
    "man friday", "black september", "six-day war", "hundred years' war", "thirty years' war", "seven years' war", "years' war",
    "summer camp", "summer camps", "summer school", "winter olympics", "summer olympics", "winter games", "summer games", "winter coat",
    "winter coats", "winter clothing", "winter clothes", "good morning", "good afternoon", "good evening", "good night", "current account", "current accounts", "day-to-day", "day to day",
    "man of the hour", "the former and the latter", "year in, year out", "week in, week out", "spring tide", "may fourth movement", "yom kippur war", "tet offensive", "easter rising", "friday prayers", "friday prayer",
)  # fmt: skip

# What stands before a date and says how the event stands to it.
RELATIONS = {
    "before": Relation.BEFORE, "ahead of": Relation.BEFORE, "prior to": Relation.BEFORE, "after": Relation.AFTER, "following": Relation.AFTER,
    "since": Relation.SINCE, "until": Relation.UNTIL, "till": Relation.UNTIL, "by": Relation.BY, "no later than": Relation.BY,
    "during": Relation.DURING, "throughout": Relation.DURING,
}  # fmt: skip

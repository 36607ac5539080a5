"""The parts of the HTML page: the events, the texts with the evidence in them, the filters, and the fixed files beside this one."""

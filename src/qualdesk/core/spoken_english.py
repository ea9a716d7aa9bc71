"""Times in English: the words the reader knows, and how a time is written."""

from qualdesk.core.spoken_tongue import Tongue

ENGLISH = Tongue(
    tag="en",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    written="{weekday} {day} {month}{year}, {clock}",
    idioms=(
        # From then on somebody is there: the first minute of it is meant.
        (r"\bafter lunch\b", "13:30"),
        (r"(?<!day )\bafter (?=\w)", ""),
        (r"\bthis coming (?=\w)", "coming "),
        (r"\b(\w+day|today|tomorrow) week\b", r"\1 in 1 week"),
    ),
)

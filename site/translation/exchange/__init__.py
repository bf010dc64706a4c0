"""English texts out to a PO file and in again, for translators and agencies who work with tools of their own.

What goes out is the Polish text that readers see beside the newest English draft. What comes in was written elsewhere:
nothing of it is believed, and it only ever makes a draft of an English page.
"""

"""The Polish text beside the editor of an English page."""

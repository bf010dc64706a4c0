"""Backups: one folder with the database, the files, and a manifest that says what is in it.

FOLDER/
    manifest.json           what the backup is of, and size and SHA-256 of every file below
    manifest.json.sha256    the SHA-256 of the manifest, as sha256sum writes it
    database.dump           PostgreSQL's custom format, or database.sqlite3
    private/…  public/…     the files of the two storages, under their names there
"""

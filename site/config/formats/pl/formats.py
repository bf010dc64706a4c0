"""How Polish writes dates: 5 lutego 2026, in short 5.02.2026. Django's own short form, 05-02-2026, is no Polish one."""

DATE_FORMAT = "j E Y"
DATETIME_FORMAT = "j E Y, H:i"
SHORT_DATE_FORMAT = "j.m.Y"
SHORT_DATETIME_FORMAT = "j.m.Y, H:i"

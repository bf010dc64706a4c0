"""Runs a module of the tests as a script of the site: its name, then its own arguments."""

import runpy
import sys

import django

django.setup()
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)

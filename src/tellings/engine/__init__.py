"""Engine: runs the stages over pages, on this machine or on a cluster."""

from tellings.engine.build import build, derive
from tellings.engine.local import Engine, Here, Processes
from tellings.engine.summary import BuildSummary, Progress, Report

__all__ = ["BuildSummary", "Engine", "Here", "Processes", "Progress", "Report", "build", "derive"]

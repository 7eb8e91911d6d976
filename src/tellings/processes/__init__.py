"""Processes beside the driver, within bounds of time and memory. Importing this loads no stage."""

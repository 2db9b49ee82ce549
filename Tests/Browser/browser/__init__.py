# SPDX-License-Identifier: Apache-2.0
"""Cermat's browser tests: the day of docs/a-day.md in a real Chromium."""

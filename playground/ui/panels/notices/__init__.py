"""Bars that say something once and can be sent away."""

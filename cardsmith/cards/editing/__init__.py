"""What people correct in single notes."""

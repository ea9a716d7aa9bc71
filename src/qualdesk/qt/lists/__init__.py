"""The Lists page: campaigns and their lists, and how a file becomes leads."""

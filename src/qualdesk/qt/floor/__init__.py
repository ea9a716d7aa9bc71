"""The Floor: how every list stands, will it finish, who is on the phones, what waits."""

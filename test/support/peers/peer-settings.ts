/** What a peer's server is told by whoever starts it: where its data and the page lie, and its database. */
export function hearServer() {
  return {
    data: process.env['PEER_DATA'] ?? '',
    page: process.env['PEER_PAGE'] ?? '',
    databaseUrl: process.env['DATABASE_URL'] ?? '',
  };
}

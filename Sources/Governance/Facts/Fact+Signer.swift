import Ledger

extension Fact {
  /// In what capacity it was signed; nil when the key or the mandate is not known.
  public func capacity(_ registry: KeyRegistry, _ catalog: Catalog) -> SigningCapacity? {
    guard let key = registry.keys.keys.first(where: { $0.description == signer }),
      let type = catalog.event(named: type)
    else { return nil }
    return try? registry.capacity(of: key, for: type, at: (position, recordedAt))
  }

  /// Who signed it, and for whom, in words.
  public func signedBy(_ registry: KeyRegistry, _ catalog: Catalog) -> Text {
    capacity(registry, catalog)?.text ?? Text(nl: "onbekend", en: "unknown")
  }
}

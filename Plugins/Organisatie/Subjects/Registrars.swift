import Governance
import Ledger

extension KeyRegistry {
  /// The keys with which others are registered and revoked.
  func registrars(at moment: Instant) -> [RegisteredKey] {
    members(at: moment).filter { $0.revoked == nil && SleutelGeregistreerd.type.signers.contains($0.rol) }
  }

  /// What there is to say while only one key registers others: once its passphrase is forgotten, nobody is ever admitted again.
  public func loneRegistrar(at moment: Instant) -> Text? {
    let registrars = registrars(at: moment)
    guard let only = registrars.first, registrars.count == 1 else { return nil }
    return Self.loneRegistrar(only.rol)
  }

  /// The same of a key in a role.
  static func loneRegistrar(_ rol: Rol) -> Text {
    let roles = SleutelGeregistreerd.type.signers.map(\.rawValue).sorted().joined(separator: ", ")
    return Text(
      nl:
        "maar één sleutel registreert andere (\(rol.text.nl)): gaat die verloren, dan komt er nooit meer een bij; laat een "
        + "tweede toe (\(roles))",
      en:
        "only one key registers others (\(rol.text.en)): when it is lost, none is ever added again; admit a second one "
        + "(\(roles))")
  }
}

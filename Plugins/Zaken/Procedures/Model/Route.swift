import Governance

/// Where a case goes that is about someone, and who decides when the competent person is that someone.
struct Route: Sendable, Hashable {
  /// Whom the case is about, such as `algemeenDirecteur`.
  let over: String
  let betekenis: String
  /// The roles that such a person holds: keys in these roles are excluded.
  let uitgesloten: [Rol]
  /// With whom it is filed.
  let bij: String
  /// Who decides: the first of these who is not involved.
  let beslist: [Rol]
  /// On behalf of whom.
  let namens: String?
  /// Why there is nobody: then it stops here and is asked; nobody is offered.
  let geenRoute: String?
  /// Whether this procedure is not for it.
  let isBuiten: Bool
  let waarschuwingen: [String]
  let herkomst: Herkomst

  /// Who decides, without those excluded.
  var keten: [Rol] { beslist.filter { !uitgesloten.contains($0) } }
}

import Governance

/// What a vertrouwenspersoon records of who came is in a ledger of its own, on an own machine: nobody else's has it.
enum Eigenregister {
  /// Refuses a procedure of vertrouwenspersonen in another ledger, and any other one in theirs.
  /// - Throws: `Failure`.
  static func check(_ procedure: Procedure, _ registry: KeyRegistry) throws {
    let roles = Set(procedure.openingen.flatMap { procedure.tekenaars($0) }.flatMap(\.rollen))
    let isOfVertrouwenspersoon = !roles.isEmpty && roles.isSubset(of: Rol.vertrouwenspersonen)
    guard isOfVertrouwenspersoon != registry.isOwnOfVertrouwenspersoon else { return }
    throw Failure(
      .refused,
      isOfVertrouwenspersoon
        ? Text(
          nl: "het register van een vertrouwenspersoon staat niet in dit grootboek",
          en: "the register of a vertrouwenspersoon is not in this ledger")
        : Text(
          nl: "dit is het grootboek van een vertrouwenspersoon; \(procedure.id) hoort bij de organisatie",
          en: "this is the ledger of a vertrouwenspersoon; \(procedure.id) is the organisation's"),
      remedy: isOfVertrouwenspersoon
        ? Text(
          nl:
            "open een eigen grootboek op een eigen machine: waarborg init MAP --als SLEUTEL --origin … --organisatie …",
          en:
            "found a ledger of its own on a machine of its own: waarborg init DIR --als KEY --origin … --organisatie …")
        : Text(nl: "gebruik het grootboek van de organisatie", en: "use the organisation's ledger"),
      rule: RuleCitation(id: "ZAAK-EIGEN-REGISTER", source: "004:5682-5683 art. 4(1); 004:5710-5712 art. 5(1)"))
  }
}

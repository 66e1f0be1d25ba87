import Governance
import Ledger
import LedgerCrypto

extension Zaakregels {
  static let jaarcijfers = [
    Rule(
      id: "JAAR-AF", source: "004:5379-5392 art. 13",
      demand: Text(nl: "cijfers zijn er van afgesloten jaren", en: "figures are of closed years"),
      on: [JaarcijfersVastgesteld.self]
    ) { context in
      guard let jaar = context.event[JaarcijfersVastgesteld.jaar], jaar >= Int64(context.event.signedOn.year) else {
        return nil
      }
      return Refusal(
        Text(nl: "\(jaar) is nog niet voorbij", en: "\(jaar) is not over yet"),
        remedy: Text(nl: "wacht tot 1 januari \(jaar + 1)", en: "wait until 1 January \(jaar + 1)"))
    },
    Rule(
      id: "JAAR-EENS", source: "004:5379-5392 art. 13",
      demand: Text(
        nl: "van een jaar stelt een rol één keer cijfers vast: uit het verschil van twee blijkt een zaak",
        en: "of a year a role settles figures once: the difference of two tells of a case"),
      on: [JaarcijfersVastgesteld.self]
    ) { context in
      guard let procedure = context.event[JaarcijfersVastgesteld.procedure],
        let jaar = context.event[JaarcijfersVastgesteld.jaar]
      else { return nil }
      let rol = context.registry.keys[context.event.signed.key]?.rol
      let earlier = try Jaarcijferdelen.van(procedure, jaar, context.views)
        .contains { context.registry.keys[$0.door]?.rol == rol }
      guard earlier else { return nil }
      return Refusal(
        Text(nl: "deze cijfers staan al vast", en: "these figures are settled already"),
        remedy: Text(
          nl: "zie waarborg zaak jaarcijfers PROCEDURE JAAR", en: "see waarborg zaak jaarcijfers PROCEDURE YEAR"))
    },
  ]
}

extension Fact {
  /// The role of the key that signed it.
  func rol(_ registry: KeyRegistry) -> Rol? { Thumbprint(signer).flatMap { registry.keys[$0]?.rol } }
}

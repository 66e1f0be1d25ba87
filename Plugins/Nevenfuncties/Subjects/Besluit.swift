import Governance
import Ledger

/// What was decided on an activity, as far as the reader can open it.
struct Besluit: Equatable {
  /// Whether it may be done.
  let toegestaan: Bool
  /// What is reserved about it.
  let voorbehoud: Voorbehoud
  /// Whether it can touch the interests of the service; nil when the decision does not say.
  let kanRaken: Bool?

  /// Opens a decision; nil when this reader cannot, or when it was erased.
  init?(_ besluit: Fact, _ sealed: some SealedReading) throws {
    guard let toegestaan = try sealed.sealed(ToestemmingBeslist.toegestaan, of: besluit),
      let voorbehoud = try sealed.sealed(ToestemmingBeslist.voorbehoud, of: besluit)
    else { return nil }
    self.toegestaan = toegestaan
    self.voorbehoud = voorbehoud
    kanRaken = try sealed.sealed(ToestemmingBeslist.kanRaken, of: besluit)
  }

  /// Whether permission was given: advice not to combine it is none.
  var isVerleend: Bool { toegestaan && voorbehoud != .afgeraden }

  /// In words.
  var text: Text {
    switch (toegestaan, voorbehoud) {
    case (false, _): Text(nl: "geweigerd", en: "refused")
    case (true, .geen): Text(nl: "toegestaan", en: "allowed")
    case (true, .voorwaarden): Text(nl: "toegestaan onder voorwaarden", en: "allowed under conditions")
    case (true, .afgeraden): Text(nl: "advies: niet combineren", en: "advised not to combine")
    }
  }
}

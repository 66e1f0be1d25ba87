import Governance
import Ledger

extension OrganisatieRules {
  static let herstel = [nothingBeforeSecond, restoredBySecond, restoredAsItSays]

  private static let nothingBeforeSecond = Rule(
    id: "ORG-HERSTEL", source: "README, A ledger that was lost",
    demand: Text(
      nl: "zolang een herstel onder een nieuwe sleutel van het log niet is bevestigd, wordt er niets anders vastgelegd",
      en: "as long as a restoration under a new log key is not confirmed, nothing else is recorded")
  ) { context in
    guard let pending = context.registry.pendingRestoration, !context.event.is(GrootboekherstelBevestigd.self) else {
      return nil
    }
    return Refusal(
      Text(
        nl: "het herstel van nummer \(pending.at) is nog niet door een tweede sleutelbeheerder bevestigd",
        en: "the restoration of number \(pending.at) is not confirmed by a second registrar yet"),
      remedy: Text(
        nl: "laat een ander bevestigen: waarborg herstel bevestig", en: "let another confirm: waarborg herstel bevestig"
      ))
  }

  private static let restoredAsItSays = Rule(
    id: "ORG-HERSTEL-STAND", source: "README, A ledger that was lost",
    demand: Text(
      nl:
        "een herstel noemt de sleutel die het log had, hoeveel er is teruggezet, en niet minder dan wat er was gezien",
      en: "a restoration names the key that the log had, how much was restored, and no less than was seen"),
    on: [GrootboekHersteld.self]
  ) { context in
    var registry = context.registry
    do { try GrootboekHersteld.type.changesAuthority?(context.event, &registry) } catch {
      return Refusal(
        Text(
          nl: "zo kan het grootboek niet onder een andere sleutel verder gaan",
          en: "the ledger cannot go on under another key like this"),
        remedy: Text(nl: "herstel met waarborg herstel … --verder", en: "restore with waarborg herstel … --verder"))
    }
    return nil
  }

  private static let restoredBySecond = Rule(
    id: "ORG-HERSTEL-TWEEDE", source: "README, A ledger that was lost",
    demand: Text(
      nl: "een herstel wordt bevestigd door een andere sleutelbeheerder, die dat al was voor het herstel",
      en: "a restoration is confirmed by another registrar, who was one before it"),
    on: [GrootboekherstelBevestigd.self]
  ) { context in
    guard let pending = context.registry.pendingRestoration else {
      return Refusal(
        Text(nl: "er is geen herstel dat moet worden bevestigd", en: "there is no restoration to be confirmed"),
        remedy: Text(nl: "zie waarborg verify", en: "see waarborg verify"))
    }
    guard !context.registry.mayConfirmRestoration(context.event.signed.key) else { return nil }
    return Refusal(
      Text(
        nl: "het herstel van nummer \(pending.at) kan deze sleutel niet bevestigen",
        en: "this key cannot confirm the restoration of number \(pending.at)"),
      remedy: Text(
        nl: "laat een andere sleutelbeheerder tekenen, die dat al was voor het herstel",
        en: "let another registrar sign, who was one before the restoration"))
  }
}

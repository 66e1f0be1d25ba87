import Governance
import Ledger

extension InspectieRules {
  /// The order of a case with the inspectorate.
  static let inspection = [opened, needed, once, closed]

  /// What must have been recorded before an event of this type.
  static func needs(_ type: String) -> [any EventDefinition.Type] {
    switch type {
    case ZienswijzeIngediend.type.name, ZienswijzeAchterwegeGelaten.type.name: [VoornemenOntvangen.self]
    case VoorlopigeVoorzieningGevraagd.type.name, BeslissingOpBezwaarOntvangen.type.name: [BezwaarIngediend.self]
    case AfschriftAanMedezeggenschap.type.name, BezwaarIngediend.type.name,
      AlternatieveMaatregelVastgelegd.type.name, EisVoldaanVerklaard.type.name, BewijsHerhaald.type.name,
      HerinspectieUitgevoerd.type.name, EisOpenbaargemaakt.type.name, BoeterapportOpgemaakt.type.name,
      ProcesVerbaalOpgemaakt.type.name,
      BestuursdwangToegepast.type.name:
      [EisOpgelegd.self]
    case PlanVanAanpakBekendgemaakt.type.name, PlanVanAanpakGeevalueerd.type.name: [PlanVanAanpakVastgesteld.self]
    case RieResultaatBekendgemaakt.type.name: [RieVastgesteld.self]
    default: []
    }
  }

  private static let opened = Rule(
    id: "INSP-BEGIN", source: "000:83-95",
    demand: Text(
      nl: "een zaak begint met een aankondiging of een inspectie die nog telt",
      en: "a case begins with an announcement or an inspection that still counts"),
    on: Gebeurtenissen.inspectie.filter { $0.type.opensStream == false }
  ) { context in
    guard try !context.feiten().contains(where: { $0.is(InspectieAangekondigd.self, InspectieUitgevoerd.self) }) else {
      return nil
    }
    return Refusal(
      Text(nl: "van deze inspectie telt geen begin meer", en: "no beginning of this inspection counts any more"),
      remedy: Text(
        nl: "leg haar opnieuw vast: waarborg inspectie voer-uit --gehoord …",
        en: "record it anew: waarborg inspectie voer-uit --gehoord …"))
  }

  private static let needed = Rule(
    id: "INSP-VOLGORDE", source: "000:97-99; 000:146-149; 000:473-474",
    demand: Text(
      nl: "een stap volgt op de stap waarop hij steunt, en is niet van een eerdere dag",
      en: "a step follows the step it rests on, and is not of an earlier day"),
    on: (Gebeurtenissen.inspectie + Gebeurtenissen.rie + Gebeurtenissen.openbaar).filter {
      !needs($0.type.name).isEmpty
    }
  ) { context in
    guard let needed = needs(context.event.type.name).first else { return nil }
    guard let fact = try context.feiten().laatste(needed) else {
      return Refusal(
        Text(nl: "\(needed.type.name) is nog niet vastgelegd", en: "\(needed.type.name) is not recorded yet"),
        remedy: Text(nl: "leg dat eerst vast: \(needed.type.meaning)", en: "record that first: \(needed.type.name)"))
    }
    guard context.event.effective.precedes(fact.effective) == .yes else { return nil }
    return Refusal(
      Text(
        nl:
          "\(context.event.effective.text.nl) is voor \(fact.type) van \(fact.effective.text.nl), nummer \(fact.position)",
        en:
          "\(context.event.effective.text.en) is before \(fact.type) of \(fact.effective.text.en), number \(fact.position)"
      ),
      remedy: Text(nl: "geef met --op de juiste dag", en: "give the right day with --op"))
  }

  private static let once = Rule(
    id: "INSP-EENMAAL", source: "000:97-99; 000:166-181; 000:232-233",
    demand: Text(
      nl: "van één inspectie is er één uitvoering, één voornemen, één antwoord daarop en één eis",
      en: "of one inspection there is one visit, one intention, one answer to it and one demand"),
    on: [
      InspectieUitgevoerd.self, VoornemenOntvangen.self, ZienswijzeIngediend.self, ZienswijzeAchterwegeGelaten.self,
      EisOpgelegd.self, BezwaarIngediend.self, InspectieAfgesloten.self,
    ]
  ) { context in
    let answers: Set = [ZienswijzeIngediend.type.name, ZienswijzeAchterwegeGelaten.type.name]
    let name = context.event.type.name
    let same = answers.contains(name) ? answers : [name]
    guard let fact = try context.feiten().first(where: { same.contains($0.type) }) else { return nil }
    return Refusal(
      Text(
        nl: "\(fact.type) is al vastgelegd, nummer \(fact.position)",
        en: "\(fact.type) is recorded already, number \(fact.position)"),
      remedy: Text(
        nl:
          "corrigeer nummer \(fact.position), of leg een andere inspectie vast met waarborg inspectie voer-uit --gehoord …",
        en: "correct number \(fact.position), or record another inspection with waarborg inspectie voer-uit --gehoord …"
      ))
  }

  /// A repeat of the violation counts also after the case is closed, so proof goes on.
  private static let closed = Rule(
    id: "INSP-AFGESLOTEN", source: "000:146-149",
    demand: Text(
      nl: "na de afsluiting volgt alleen nog herhaald bewijs", en: "after closing only proof gathered anew follows"),
    on: Gebeurtenissen.inspectie.filter { $0.type.name != BewijsHerhaald.type.name }
  ) { context in
    guard let fact = try context.feiten().laatste(InspectieAfgesloten.self) else { return nil }
    return Refusal(
      Text(
        nl: "deze zaak is afgesloten op \(fact.effective.text.nl), nummer \(fact.position)",
        en: "this case was closed on \(fact.effective.text.en), number \(fact.position)"),
      remedy: Text(
        nl: "corrigeer de afsluiting, of leg een nieuwe inspectie vast",
        en: "correct the closing, or record a new inspection"))
  }
}

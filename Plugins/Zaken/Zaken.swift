import ArgumentParser
import Console
import Governance
import Ledger

/// Cases: procedures as data.
public struct ZakenPlugin: CommandPlugin {
  /// The plugin needs no set-up.
  public init() {}
  /// The folder's name.
  public var name: String { "Zaken" }
  /// What it records.
  public var events: [EventType] {
    [
      ZaakBijgewerkt.type, VernietigingVoorgesteld.type, VernietigingGoedgekeurd.type, BewaartermijnGekozen.type,
      JaarcijfersVastgesteld.type,
    ]
  }
  /// What it refuses.
  public var rules: [Rule] { Zaakregels.all }
  /// Which streams are cases.
  public var projections: [any Projection] { [Zaakstromen()] }
  /// Its commands.
  public static var commands: [any ParsableCommand.Type] { [ZaakCommand.self, VernietigingCommand.self] }
}

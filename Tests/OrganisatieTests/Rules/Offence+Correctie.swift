import Governance
import Ledger

@testable import Organisatie

extension Offence {
  static let corrections = [
    Offence("ORG-CORRECTIE", "the same event a second time") { world in
      let (function, person) = (try world.function(), world.stream("Persoon"))
      let events = try world.append(function, try world.takesUp(person, function.stream))
      try world.append(world.corrects(events[1]))
      return drafts(by: world.secretariaat, bad: world.corrects(events[1]), good: world.corrects(events[0]))
    },
    Offence("ORG-CORRECTIE-VOLGORDE", "a function that someone holds") { world in
      let (function, person) = (try world.function(), world.stream("Persoon"))
      let events = try world.append(function, try world.takesUp(person, function.stream))
      return drafts(by: world.secretariaat, bad: world.corrects(events[0]), good: world.corrects(events[1]))
    },
    Offence("ORG-CORRECTIE-VOLGORDE", "a function held by who laid it down since") { world in
      let (function, person) = (try world.function(), world.stream("Persoon"))
      let events = try world.append(
        function, try world.takesUp(person, function.stream), try world.laysDown(person, function.stream))
      return drafts(by: world.secretariaat, bad: world.corrects(events[1]), good: world.corrects(events[2]))
    },
    Offence("ORG-CORRECTIE-VOLGORDE", "a laying down by who took it up again since") { world in
      let (function, person) = (try world.function(on: "2024"), world.stream("Persoon"))
      let events = try world.append(
        function, try world.takesUp(person, function.stream, on: "2024"),
        try world.laysDown(person, function.stream, on: "2025"), try world.takesUp(person, function.stream, on: "2026"))
      return drafts(by: world.secretariaat, bad: world.corrects(events[2]), good: world.corrects(events[3]))
    },
    Offence("ORG-CORRECTIE-GEBRUIK", "a body to which a function belongs") { world in
      let body = try world.body()
      let events = try world.append(body, try world.function(of: body.stream))
      return drafts(by: world.secretariaat, bad: world.corrects(events[0]), good: world.corrects(events[1]))
    },
  ]
}

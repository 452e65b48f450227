# language: fr
Fonctionnalité: Mémoire de la balise

  Sur les routes du Sahel le réseau manque pendant des heures. La balise garde ce qu'elle a vu et le livre plus tard, dans
  l'ordre qui lui plaît, parfois deux fois: le voyage n'en montre rien.

  @TRK-037
  Règle: Une position gardée en mémoire est conservée, marquée différée, à sa place dans le voyage

    @nominal
    Plan du Scénario: après une zone blanche, une balise <balise> livre sa mémoire et le voyage est complet
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise garde en mémoire, faute de réseau:
        | après | lieu     | vitesse |
        | 1 h   | Notsé    | 50      |
        | 2 h   | Atakpamé | 50      |
        | 3 h   | Blitta   | 50      |
      Et la balise signale:
        | après | lieu      | vitesse |
        | 8 h   | Sotouboua | 50      |
      Quand la balise retrouve le réseau
      Alors les positions du voyage sont, dans cet ordre:
        | après | lieu      | différée |
        | 1 h   | Notsé     | oui      |
        | 2 h   | Atakpamé  | oui      |
        | 3 h   | Blitta    | oui      |
        | 8 h   | Sotouboua | non      |

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | Jointech  |
        | OsmAnd    |
        | MQTT      |

    @nominal
    Scénario: une position de la mémoire est dite comme telle
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale de sa mémoire:
        | après | lieu  | vitesse |
        | 1 h   | Notsé | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 1 h    |
        | de la mémoire    | oui    |

    @nominal
    Scénario: une position immédiate n'est pas dite différée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 8 h   | Tsévié | 50      |
      Alors la dernière position dite vaut:
        | champ         | valeur |
        | de la mémoire | non    |

  @TRK-003
  Règle: Une position tardive est conservée et ne change pas un état plus récent

    @nominal
    Plan du Scénario: la mémoire d'une balise <balise> ne ramène pas le camion en arrière
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise signale:
        | après | lieu   | vitesse |
        | 4 h   | Sokodé | 50      |
      Quand la balise signale de sa mémoire:
        | après | lieu     | vitesse |
        | 2 h   | Atakpamé | 50      |
        | 1 h   | Notsé    | 50      |
      Alors le dernier lieu connu du camion est "Sokodé", après "4 h"
      Et tous les rapports de la balise figurent au voyage, une fois chacun

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |
        | GT06      |

    @nominal
    Scénario: une position tardive du Togo ne fait pas repasser la frontière au camion
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise signale:
        | après  | lieu      | vitesse |
        | 4 h    | Mango     | 50      |
        | 6 h    | Tenkodogo | 50      |
      Et la balise signale de sa mémoire:
        | après | lieu  | vitesse |
        | 3 h   | Kandé | 50      |
      Quand la balise signale:
        | après | lieu    | vitesse |
        | 7 h   | Koupéla | 50      |
      Alors la position est dite exactement à: Togo, Burkina Faso
      Et le Togo reçoit 1 fois l'alerte "frontière franchie"
      Et le dernier lieu connu du camion est "Koupéla", après "7 h"

  @TRK-038
  Règle: Une position que la balise répète ne donne pas de second événement

    @panne
    Plan du Scénario: une balise <balise> qui n'a pas entendu l'acquit répète sans effet
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
        | 1 h    | Notsé  | 50      |
      Quand la balise répète ses 2 derniers rapports
      Alors aucun instant n'est dit deux fois
      Et tous les rapports de la balise figurent au voyage, une fois chacun

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | Jointech  |
        | OsmAnd    |
        | MQTT      |

    @panne
    Plan du Scénario: ce qu'une balise <balise> a déjà dit revient de sa mémoire sans effet
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
        | 1 h    | Notsé  | 50      |
      Quand la balise répète de sa mémoire ses 2 derniers rapports
      Alors aucun instant n'est dit deux fois
      Et tous les rapports de la balise figurent au voyage, une fois chacun

      Exemples:
        | balise   |
        | JT/T 808 |
        | Jointech |

  @TRK-040
  Règle: Chaque position d'un lot compte

    @nominal
    Plan du Scénario: un chemin de 2 heures livré par lots d'une balise <balise> figure en entier au voyage
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale d'un coup le chemin de 2 h, à 60 km/h, point par point toutes les 5 min
      Alors tous les rapports de la balise figurent au voyage, une fois chacun
      Et le Togo apprend où est le camion toutes les 15 min au moins en route, et toutes les 60 min à l'arrêt

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | MQTT      |

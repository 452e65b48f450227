# language: fr
Fonctionnalité: Relève de la balise à la frontière

  Chaque pays a ses balises : à Cinkansé celle du Togo est déposée, celle du Burkina Faso la relève. Le voyage ne se perd pas
  entre les deux.

  @TRK-080
  Règle: Après la relève la plateforme du voisin dit les événements, et la première n'en dit plus

    @nominal
    Plan du Scénario: une balise <voisine> relève une balise <togolaise>, et c'est elle qui est dite
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<togolaise>" de la plateforme togolaise
      Et une relève à la frontière, 5 heures après, par une balise "<voisine>" de la plateforme burkinabè
      Quand la balise signale:
        | après  | lieu      | vitesse |
        | 5 h 30 | Tenkodogo | 0       |
        | 6 h    | Tenkodogo | 60      |
      Alors la position est dite exactement à: Togo, Burkina Faso

      Exemples:
        | togolaise | voisine   |
        | Jointech  | Teltonika |
        | GT06      | MQTT      |
        | OsmAnd    | JT/T 808  |

    @refus
    Scénario: la balise relevée reste allumée, et rien n'est dit d'elle
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et la balise a signalé:
        | après | lieu    | vitesse |
        | 4 h   | Dapaong | 50      |
      Et une relève à la frontière, 5 heures après, par une balise "Teltonika" de la plateforme burkinabè
      Quand la balise relevée signale:
        | après    | lieu     | vitesse | alerte                   |
        | 5 h 30   | Cinkansé | 0       |                          |
        | 6 h      | Dapaong  | 60      |                          |
        | 6 h 30   | Dapaong  | 0       | scellé ou balise forcé   |
      Alors la position de 4 heures après est dite par la plateforme togolaise, exactement à: Togo
      Et rien n'est dit de la balise relevée 5 heures après et plus tard

    @nominal
    Scénario: ce que la balise relevée gardait d'avant la relève est encore dit, à sa place
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et une relève à la frontière, 5 heures après, par une balise "Teltonika" de la plateforme burkinabè
      Quand la balise relevée signale de sa mémoire:
        | après  | lieu    | vitesse |
        | 2 h    | Sokodé  | 55      |
        | 5 h 20 | Dapaong | 55      |
      Alors la position de 2 heures après est dite par la plateforme togolaise, exactement à: Togo
      Et rien n'est dit de la balise relevée 5 heures après et plus tard

    @refus
    Scénario: une balise laissée allumée après sa dépose n'est plus dite
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et une dépose au bureau de sortie, 5 heures après
      Quand la balise relevée signale:
        | après | lieu    | vitesse |
        | 4 h   | Dapaong | 50      |
        | 6 h   | Dapaong | 50      |
      Alors la position de 4 heures après est dite par la plateforme togolaise, exactement à: Togo
      Et rien n'est dit de la balise relevée 5 heures après et plus tard

  @TRK-022 @TRK-083
  Règle: Le temps sans balise entre la dépose et la pose figure au voyage, et rien ne manque autour de lui

    @nominal
    Scénario: déposée à la sortie du Togo, remplacée une heure et demie plus tard au Burkina Faso
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et une dépose au bureau de sortie, 5 heures après
      Et une pose au bureau d'entrée, 390 min après, d'une balise "Teltonika" de la plateforme burkinabè
      Quand le Togo consulte le voyage suivi
      Alors le voyage donne ces temps sans balise:
        | de  | à      | bureau  |
        | 5 h | 6 h 30 | TG0CIN1 |
      Et le voyage donne ces affectations:
        | balise   | de     | à   |
        | première | 0 min  | 5 h |
        | seconde  | 6 h 30 |     |

    @nominal
    Scénario: tant que le voisin ne pose rien, le temps sans balise dure
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et une dépose au bureau de sortie, 5 heures après
      Quand le Burkina Faso consulte le voyage suivi
      Alors le voyage donne ces temps sans balise:
        | de  | à | bureau  |
        | 5 h |   | TG0CIN1 |

    @nominal
    Scénario: une relève ne laisse aucun temps sans balise
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et une relève à la frontière, 5 heures après, par une balise "MQTT" de la plateforme burkinabè
      Quand le Burkina Faso consulte le voyage suivi
      Alors le voyage ne donne aucun temps sans balise
      Et le voyage donne ces affectations:
        | balise   | de    | à   |
        | première | 0 min | 5 h |
        | seconde  | 5 h   |     |

# language: fr
Fonctionnalité: Ordre des passages

  Règle: L'ordre dans lequel les avis arrivent n'est jamais une faute

    @PAS-003 @nominal
    Scénario: l'entrée reçue avant la sortie est acceptée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre l'entrée
      Alors le message est accepté
      Et le mouvement est dans l'état "en transit"

    @PAS-004 @LED-003 @nominal
    Scénario: le registre range les passages selon l'heure du franchissement
      Étant donné un mouvement de Lomé à Niamey par Kantchari, dont la mainlevée est accordée
      Et le Burkina Faso a enregistré la sortie
      Et le Burkina Faso a enregistré l'entrée
      Quand le Togo enregistre la sortie
      Alors le registre range les passages ainsi:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |
        | Burkina Faso | sortie |

    @PAS-008 @nominal
    Scénario: un passage connu après l'arrivée prend sa place et ne change pas l'état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le bureau de destination a annoncé l'arrivée
      Quand le Togo enregistre la sortie
      Alors le mouvement est dans l'état "arrivé"
      Et le registre range les passages ainsi:
        | pays | côté   |
        | Togo | sortie |

  Règle: Seules des heures impossibles donnent un constat

    @PAS-009 @panne
    Scénario: une entrée 40 min avant la sortie donne un constat, non un refus
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le Burkina Faso enregistre l'entrée 40 min avant la sortie du Togo
      Alors le message est accepté
      Et un constat "passages dans un ordre impossible" est remis exactement à: Togo

    @PAS-010 @nominal
    Scénario: une entrée 14 min avant la sortie reste dans la tolérance des horloges
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le Burkina Faso enregistre l'entrée 14 min avant la sortie du Togo
      Alors aucun constat n'est émis

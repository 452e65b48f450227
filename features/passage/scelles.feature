# language: fr
Fonctionnalité: Continuité des scellés

  @PAS-011
  Règle: Une rupture de continuité est signalée à tous les pays de la route

    @panne
    Plan du Scénario: des scellés <constat> à l'entrée donnent un constat
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que sa mainlevée est accordée
      Quand le Burkina Faso enregistre l'entrée et constate des scellés <constat>
      Alors un constat "rupture de continuité des scellés" est remis exactement à: Togo, Burkina Faso

      Exemples:
        | constat                  |
        | rompus                   |
        | absents                  |
        | changés sans signalement |

  @PAS-012
  Règle: Un scellé régulièrement remplacé et signalé ne donne aucun constat

    @nominal
    Scénario: le remplacement signalé à la sortie est admis
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que sa mainlevée est accordée
      Quand le Togo enregistre la sortie et constate des scellés remplacés et signalés
      Alors aucun constat n'est émis

    @nominal
    Scénario: le nouveau scellé est admis à la frontière suivante
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que sa mainlevée est accordée
      Et le Togo a enregistré la sortie et constaté des scellés remplacés et signalés
      Quand le Burkina Faso enregistre l'entrée et constate les nouveaux scellés intacts
      Alors aucun constat n'est émis

    @nominal
    Scénario: les anciens scellés, vus à la sortie et connus après l'entrée, étaient encore les bons
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que sa mainlevée est accordée
      Et le Burkina Faso a enregistré l'entrée et constaté des scellés remplacés et signalés
      Quand le Togo enregistre la sortie
      Alors aucun constat n'est émis

# language: fr
Fonctionnalité: Scellés à l'arrivée

  @ARR-020
  Règle: La continuité des scellés se juge jusqu'à destination

    @panne
    Plan du Scénario: des scellés <constat> à Ouagadougou donnent un constat
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que sa mainlevée est accordée
      Et le Togo a enregistré la sortie
      Et le Burkina Faso a enregistré l'entrée
      Quand le bureau de destination annonce l'arrivée et constate des scellés <constat>
      Alors le message est accepté
      Et un constat "rupture de continuité des scellés" est remis exactement à: Togo, Burkina Faso

      Exemples:
        | constat                  |
        | rompus                   |
        | changés sans signalement |

    @nominal
    Scénario: remplacés et signalés à la frontière, les scellés sont admis à l'arrivée
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que sa mainlevée est accordée
      Et le Togo a enregistré la sortie
      Et le Burkina Faso a enregistré l'entrée et constaté des scellés remplacés et signalés
      Quand le bureau de destination annonce l'arrivée et constate les nouveaux scellés intacts
      Alors aucun constat n'est émis

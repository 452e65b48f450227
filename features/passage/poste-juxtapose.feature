# language: fr
Fonctionnalité: Poste de contrôle juxtaposé

  À Cinkansé, la sortie du Togo et l'entrée du Burkina Faso se font sur un seul site: deux bureaux, deux livres.

  @PAS-021
  Règle: Deux passages sur un seul site sont deux passages, si proches soient-ils

    @nominal
    Scénario: sortie et entrée se suivent de deux minutes
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le Burkina Faso enregistre l'entrée 2 min après la sortie du Togo
      Alors aucun constat n'est émis
      Et le registre range les passages ainsi:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |

    @nominal
    Scénario: l'entrée de la même minute, connue la première, ne gêne pas la sortie
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Burkina Faso a enregistré l'entrée 0 min après la sortie du Togo
      Quand le Togo enregistre la sortie
      Alors le message est accepté
      Et aucun constat n'est émis
      Et le registre compte 4 événements

    @nominal
    Scénario: chacun apprend une fois le passage de l'autre
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le Burkina Faso enregistre l'entrée 1 min après la sortie du Togo
      Alors le Togo a reçu dans l'ordre: l'avis de passage
      Et le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage

  @PAS-022
  Règle: Chacun n'écrit que dans son livre

    @refus
    Plan du Scénario: <auteur> n'enregistre pas <passage> à la place <autre>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand <auteur> enregistre <passage> à la place <autre>
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender
      Et aucune administration n'est informée

      Exemples:
        | auteur          | passage   | autre           |
        | le Togo         | l'entrée  | du Burkina Faso |
        | le Burkina Faso | la sortie | du Togo         |

  @PAS-024
  Règle: Le refus d'un côté n'efface pas le passage de l'autre

    @nominal
    Scénario: sorti du Togo, le camion est refusé par le Burkina Faso
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le Burkina Faso refuse l'entrée
      Alors le mouvement est dans l'état "suspendu"
      Et le registre range les passages ainsi:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |

    @nominal
    Scénario: l'entrée déjà connue au Burkina Faso, la sortie refusée par le Togo suspend le mouvement
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Burkina Faso a enregistré l'entrée
      Quand le Togo refuse la sortie
      Alors le mouvement est dans l'état "suspendu"
      Et les administrations informées sont exactement: Burkina Faso
      Et le registre compte 4 événements

# language: fr
Fonctionnalité: Suites de messages entremêlées
  Ce que chaque message devient seul est dit ailleurs ; ici, plusieurs mouvements vont de front, sur des liaisons qui répètent et perdent.

  Règle: Ce qui arrive à un mouvement ne dépend que de lui

    @LED-010 @ORD-006 @KEY-002 @panne
    Scénario: deux mouvements entremêlés, avec avance, trou de version et répétitions, finissent chacun selon le profil
      Étant donné les mouvements suivants:
        | mouvement | corridor                           | graine | articles | chargement | garantie | dates |
        | 1         | de Lomé à Ouagadougou par Cinkansé | 11     |          |            | fonds    |       |
        | 2         | de Lomé à Niamey par Kantchari     | 12     | 30       |            | fonds    |       |
      Quand ces faits se succèdent:
        | n° | mouvement | qui          | message               | précision                      | issue                                                     |
        | 1  | 1         | Burkina Faso | avis de passage       | entrée                         | accepté                                                   |
        | 2  | 2         | Togo         | avis de transit       |                                | accepté                                                   |
        | 3  | 1         | Togo         | avis de transit       |                                | accepté                                                   |
        | 4  | 2         | Togo         | avis de transit       | le conducteur, un numéro sauté | accepté                                                   |
        | 5  | 1         | Togo         | répétition            | n° 3, 3 fois                   |                                                           |
        | 6  | 1         | Togo         | mainlevée             |                                | accepté                                                   |
        | 7  | 2         | Togo         | mainlevée             |                                | accepté                                                   |
        | 8  | 1         | Togo         | identifiant réutilisé | n° 6                           | refusé au dépôt: DUPLICATE_ID à /messageId                |
        | 9  | 2         | Burkina Faso | avis de passage       | sortie                         | accepté                                                   |
        | 10 | 1         | Togo         | annulation            |                                | refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType |
        | 11 | 1         | Togo         | avis de passage       | sortie                         | accepté                                                   |
        | 12 | 2         | Burkina Faso | répétition            | n° 9, 2 fois                   |                                                           |
      Alors chaque issue est celle du tableau, et les registres sont conformes au profil
      Et les mouvements finissent ainsi:
        | mouvement | état       | version | événements | constats              |
        | 1         | en transit | 2       | 4          | identifiant réutilisé |
        | 2         | en transit | 3       | 4          | aucun                 |

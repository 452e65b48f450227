# language: fr
Fonctionnalité: Messages répétés

  @KEY-001
  Règle: Un message répété à l'identique reçoit le même accusé de réception

    @nominal
    Plan du Scénario: trois dépôts à l'identique, un seul accusé: <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Et le bureau compétent a envoyé <message>
      Quand le dernier message est déposé 2 fois de plus, sans rien y changer
      Alors les 3 dépôts reçoivent le même accusé de réception, octet pour octet

      Exemples:
        | message                 | étape                          |
        | l'avis de passage       | dont la mainlevée est accordée |
        | le résultat du contrôle | arrivé à destination           |

  @KEY-002
  Règle: Un message répété n'a pas de second effet

    @nominal
    Scénario: l'avis de transit répété n'est ni compté ni remis deux fois
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le bureau de départ annonce le mouvement
      Quand le dernier message est déposé 2 fois de plus, sans rien y changer
      Alors les administrations informées sont exactement: Burkina Faso, Mali
      Et le registre compte 1 événement

    @nominal
    Scénario: un passage répété n'est ni compté ni remis deux fois
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le Mali enregistre l'entrée
      Quand le dernier message est déposé 1 fois de plus, sans rien y changer
      Alors les administrations informées sont exactement: Togo, Burkina Faso
      Et le registre compte 3 événements

  @KEY-005
  Règle: L'ordre des champs et les espaces ne font pas un autre message

    @nominal
    Scénario: les champs dans un autre ordre font le même message
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le dernier message est déposé de nouveau, ses champs dans un autre ordre
      Alors les 2 dépôts reçoivent le même accusé de réception, octet pour octet
      Et le registre compte 1 événement

    @nominal
    Scénario: d'autres espaces et retours à la ligne font le même message
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le dernier message est déposé de nouveau, ses espaces et retours à la ligne changés
      Alors les 2 dépôts reçoivent le même accusé de réception, octet pour octet
      Et les administrations informées sont exactement: Burkina Faso

# language: fr
Fonctionnalité: Numéros et état des remises

  @DLV-001
  Règle: Les remises à un pays sont numérotées sans trou

    @exclusif @nominal
    Scénario: d'un parcours entier, le Burkina Faso reçoit quatre remises, sans trou
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors le Burkina Faso a reçu 4 remises, aux curseurs qui se suivent sans trou

  @DLV-013
  Règle: L'état des remises est publié

    @exclusif @panne
    Scénario: deux messages attendent le Burkina Faso injoignable
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le Burkina Faso est injoignable
      Quand le bureau de départ accorde la mainlevée
      Et le Togo enregistre la sortie
      Alors l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 1               | 3               | 2          | 0              |

  @DLV-014
  Règle: Quand la file est vide, plus rien ne suit

    @horloge @nominal
    Scénario: après l'apurement, rien n'est plus remis pendant une heure
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors rien d'autre n'est remis pendant 1 heure

  @DLV-021
  Règle: Un pays qui change d'adresse reçoit la suite à la nouvelle

    @exclusif @nominal
    Scénario: la mainlevée parvient au Burkina Faso à sa nouvelle adresse
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le Burkina Faso change son adresse de remise
      Quand le bureau de départ accorde la mainlevée
      Alors la mainlevée est remise au Burkina Faso à sa nouvelle adresse, et à elle seule

  @DLV-013
  Règle: Une lettre morte n'est pas passée sous silence

    @exclusif @horloge @panne
    Scénario: le curseur atteint s'arrête avant la lettre morte
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand les essais de remise au Burkina Faso échouent pendant 73 h
      Alors l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 0               | 2               | 1          | 1              |

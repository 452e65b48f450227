# language: fr
@exclusif @resilience
Fonctionnalité: Les liaisons entre les pays et le hub se rompent

  @DLV-004
  Règle: Ce qu'une liaison perd, répète ou brouille n'est ni perdu ni fait deux fois

    @horloge @panne
    Plan du Scénario: la liaison avec le Niger <défaut>: les deux camions sont apurés
      Étant donné 2 camions de Lomé à Niamey par Téra
      Et la liaison avec le Niger <défaut>
      Et chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est contrôlé conforme
      Quand la liaison avec le Niger est rétablie
      Et chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est apuré
      Alors le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | défaut                      |
        | perd les réponses, 2 fois   |
        | perd les messages, 2 fois   |
        | double les messages, 2 fois |

    @KEY-002 @horloge @panne
    Scénario: les réponses du Burkina Faso se perdent: il reconnaît ce qu'on lui répète
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et les réponses du Burkina Faso se perdent
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand la liaison avec le Burkina Faso est rétablie
      Alors le Burkina Faso a pris 2 messages, chacun une fois en effet
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-017 @horloge @panne
    Scénario: deux liaisons coupées l'une sur l'autre, chacun retrouve les siens
      Étant donné un mouvement de Lomé à Niamey par Kantchari, annoncé
      Et les liaisons ont les défauts suivants:
        | début | durée    | liaison              | défaut     |
        | 0 s   | 2 heures | avec le Niger        | est coupée |
        | 0 s   | 1 heure  | avec le Burkina Faso | est coupée |
      Et le bureau de départ accorde la mainlevée
      Quand 3 heures passent
      Alors la mainlevée est remise exactement à: Burkina Faso, Niger
      Et les livres concordent: rien n'est perdu, rien n'est en double

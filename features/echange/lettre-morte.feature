# language: fr
Fonctionnalité: Lettres mortes

  Règle: Un message qu'on n'a pas pu remettre en 72 h devient une lettre morte, jamais perdue

    @DLV-009 @exclusif @horloge @panne
    Scénario: la lettre morte reste consultable
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand les essais de remise au Burkina Faso échouent pendant 73 h
      Alors le message est une lettre morte du Burkina Faso

    @DLV-009 @exclusif @horloge @panne
    Scénario: avant 72 h d'essais, le message attend encore
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand les essais de remise au Burkina Faso échouent pendant 71 h
      Alors il n'y a aucune lettre morte du Burkina Faso

    @DLV-010 @exclusif @horloge @panne
    Scénario: la lettre morte est signalée à l'expéditeur, et au destinataire quand il revient
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Quand le Burkina Faso est de nouveau joignable
      Alors un constat "message non remis" désigne le message et est remis exactement à: Togo, Burkina Faso
      Et le registre publie ce seul constat, daté: "message non remis"

    @DLV-011 @exclusif @horloge @panne
    Plan du Scénario: <demandeur> obtient une nouvelle remise
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Et le Burkina Faso est de nouveau joignable
      Quand <demandeur> demande une nouvelle remise des lettres mortes du Burkina Faso
      Alors l'avis de transit est remis exactement à: Burkina Faso
      Et il n'y a aucune lettre morte du Burkina Faso

      Exemples:
        | demandeur       |
        | le Togo         |
        | le Burkina Faso |

    @DLV-012 @exclusif @horloge @panne
    Scénario: le premier tirage du pays revenu remet ses lettres mortes dans la file
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Quand le Burkina Faso revient et tire ses messages depuis le début
      Alors l'avis de transit est remis exactement à: Burkina Faso
      Et il n'y a aucune lettre morte du Burkina Faso

    @DLV-024 @exclusif @horloge @panne
    Scénario: la lettre morte dit ce qu'elle est, depuis quand et pourquoi
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand les essais de remise au Burkina Faso échouent pendant 73 h
      Alors la lettre morte du Burkina Faso publie son curseur, son message, ses 72 heures d'essais et une raison

    @DLV-011 @exclusif @horloge @panne
    Scénario: la lettre morte remise en file a de nouveau 72 h devant elle
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Quand le Togo demande une nouvelle remise des lettres mortes du Burkina Faso
      Alors il n'y a aucune lettre morte du Burkina Faso

    @DLV-009 @DLV-020 @exclusif @horloge @panne
    Scénario: les 72 h d'essais se comptent malgré un arrêt du hub
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 71 h
      Et le hub est arrêté brutalement, puis relancé
      Quand les essais de remise au Burkina Faso échouent pendant 2 h
      Alors le message est une lettre morte du Burkina Faso

    @DLV-009 @exclusif @horloge @panne
    Scénario: une indisponibilité écourtée ne compte que jusqu'à sa fin
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 1 h
      Et le Burkina Faso a annoncé une indisponibilité de 40 heures
      Et le Burkina Faso a annoncé une indisponibilité de 1 heure
      Quand 75 h passent
      Alors l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 0               | 2               | 1          | 1              |

# language: fr
@resilience
Fonctionnalité: Une semaine de pannes sur la route de Lomé à Niamey

  @DLV-017 @exclusif @horloge
  Règle: Quelles que soient les pannes de la semaine, chaque camion est apuré et rien ne se perd

    @DLV-003 @panne
    Scénario: une semaine d'orages: les liaisons tombent l'une après l'autre
      Quand une semaine passe, 3 camions partant de Lomé à Niamey par Téra, un chaque matin, avec ces pannes:
        | qui          | début    | fin      |
        | Niger        | J1 06:00 | J1 22:00 |
        | Burkina Faso | J2 12:00 | J3 09:00 |
        | Togo         | J3 18:00 | J4 18:00 |
        | Niger        | J5 02:00 | J6 02:00 |
      Alors le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: deux pays à la fois: le Burkina Faso et le Niger coupés ensemble deux jours
      Quand une semaine passe, 3 camions partant de Lomé à Niamey par Kantchari, un chaque matin, avec ces pannes:
        | qui          | début    | fin      |
        | Niger        | J1 12:00 | J4 12:00 |
        | Burkina Faso | J2 00:00 | J4 00:00 |
        | Togo         | J4 06:00 | J5 06:00 |
      Alors le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-020 @panne
    Scénario: le Niger loin de tout, et le hub tué chaque nuit
      Quand une semaine passe, 3 camions partant de Lomé à Niamey par Téra, un chaque matin, avec ces pannes:
        | qui   | début    | fin      |
        | Niger | J1 06:00 | J3 18:00 |
        | hub   | J1 23:00 | -        |
        | hub   | J2 23:00 | -        |
        | hub   | J3 23:00 | -        |
      Alors le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

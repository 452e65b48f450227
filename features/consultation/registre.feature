# language: fr
Fonctionnalité: Registre régional des mouvements

  @LED-001
  Règle: Le registre publie l'essentiel de chaque mouvement

    @nominal
    Scénario: un mouvement de Lomé à Bamako se lit au registre
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, qui a franchi toutes ses frontières
      Quand le Mali consulte le mouvement
      Alors le mouvement est dans l'état "en transit"
      Et la version du mouvement est 2
      Et l'itinéraire en vigueur est celui de Lomé à Bamako par Hérémakono
      Et les pays du mouvement sont, dans leur ordre: Togo, Burkina Faso, Mali
      Et le registre publie le délai de route et les scellés de la mainlevée

  @LED-004
  Règle: Les constats sont publiés, chacun à sa date

    @panne
    Scénario: des scellés rompus à l'entrée sont un constat publié
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre l'entrée et constate des scellés rompus
      Alors le registre publie ce seul constat, daté: "rupture de continuité des scellés"

  Règle: Le registre n'est pas ouvert à tous

    @LED-005 @refus
    Scénario: le Togo, hors de la route, ne lit rien
      Étant donné un mouvement de Ouagadougou à Bamako par Hérémakono, qui a franchi toutes ses frontières
      Quand le Togo consulte le mouvement
      Alors la consultation lui est refusée: NOT_AUTHORISED

    @LED-006 @refus
    Scénario: un mouvement jamais annoncé est inconnu
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le Burkina Faso consulte le mouvement
      Alors la consultation lui est refusée: NOT_FOUND

  Règle: Les mouvements ne se mêlent pas

    @LED-010 @nominal
    Scénario: deux camions sur la même route gardent chacun leurs événements
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un second mouvement de Lomé à Ouagadougou par Cinkansé avance en même temps, jusqu'à l'arrivée, le premier jusqu'à la mainlevée
      Alors le premier mouvement est dans l'état "mainlevée accordée", le second dans l'état "arrivé", chacun avec ses seuls événements

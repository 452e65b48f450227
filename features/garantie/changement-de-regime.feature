# language: fr
Fonctionnalité: Du fonds de garantie à la caution unique

  @GUA-030 @registre-garanties @horloge @hypothese
  Règle: Au changement de régime, l'une cesse et l'autre commence
    La caution unique AES, sa date et son taux ne sont pas publiés: la date est celle que le scénario donne, aucun taux n'est jugé.

    @refus
    Scénario: avant la date, la caution unique ne se prend pas encore
      Étant donné une caution unique de 50 000 000 FCFA qui prend effet dans 3 jours, pour un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: G02

    @nominal
    Scénario: la veille encore, la contribution au fonds vaut
      Étant donné une contribution au fonds de garantie qui cesse dans 3 jours, pour un mouvement de Lomé à Bamako par Koury
      Et que 2 jours passent
      Quand le bureau de départ interroge la garantie
      Alors le registre des garanties accepte

    @refus
    Scénario: à la date, la contribution au fonds ne vaut plus
      Étant donné une contribution au fonds de garantie qui cesse dans 3 jours, pour un mouvement de Lomé à Bamako par Koury
      Et que 3 jours passent
      Quand le bureau de départ interroge la garantie
      Alors le registre des garanties refuse: G02

    @nominal
    Scénario: à la date, la caution unique couvre les trois pays de la route
      Étant donné une caution unique de 50 000 000 FCFA qui prend effet dans 3 jours, pour un mouvement de Lomé à Bamako par Koury
      Et que 3 jours passent
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties accepte
      Et le registre publie 38 000 000 FCFA disponibles sur 50 000 000 FCFA

  @GUA-031 @registre-garanties @horloge
  Règle: Ce qui est parti sous l'ancien régime s'achève sous lui

    @nominal
    Scénario: le camion parti sous le fonds est apuré après le changement
      Étant donné une contribution au fonds de garantie qui cesse dans 1 jour, pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et que le mouvement est ensuite contrôlé conforme
      Et que 2 jours passent
      Quand le bureau de départ apure le mouvement
      Alors le message est accepté
      Et le mouvement est dans l'état "apuré"

  @GUA-032 @registre-garanties
  Règle: Le fonds ne s'affecte pas

    @nominal
    Scénario: sous le fonds, la mainlevée est accordée sans affectation
      Étant donné une contribution au fonds de garantie pour un mouvement de Lomé à Niamey par Téra
      Et que le mouvement est annoncé
      Quand le bureau de départ accorde la mainlevée
      Alors le mouvement est dans l'état "mainlevée accordée"

    @refus
    Scénario: une affectation sur le fonds est refusée
      Étant donné une contribution au fonds de garantie pour un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: G05

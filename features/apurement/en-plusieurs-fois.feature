# language: fr
Fonctionnalité: Apurement en plusieurs fois et clôture manuelle

  @DIS-021
  Règle: Les parties s'apurent l'une après l'autre

    @nominal
    Scénario: deux articles restent ouverts, puis un seul
      Étant donné un mouvement de 3 articles de Lomé à Ouagadougou par Cinkansé, contrôlé conforme
      Et le bureau de départ a apuré le mouvement en partie, les articles 2, 3 restant ouverts
      Quand le bureau de départ apure le mouvement en partie, l'article 3 restant ouvert
      Alors le mouvement est dans l'état "apuré en partie"
      Et chaque destinataire lit les articles ouverts: 3

    @nominal
    Scénario: le dernier article apuré, le mouvement l'est tout entier
      Étant donné un mouvement de 3 articles de Lomé à Ouagadougou par Cinkansé, contrôlé conforme
      Et le bureau de départ a apuré le mouvement en partie, les articles 2, 3 restant ouverts
      Et le bureau de départ a apuré le mouvement en partie, l'article 3 restant ouvert
      Quand le bureau de départ apure le mouvement
      Alors le mouvement est dans l'état "apuré"

    @nominal
    Scénario: l'article en litige reste ouvert, puis son litige est résolu
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Et le bureau de destination a communiqué le résultat "non conforme" (B1)
      Et le bureau de départ a apuré le mouvement en partie, l'article 1 restant ouvert
      Quand le bureau de départ apure le mouvement, les différences étant résolues
      Alors le mouvement est dans l'état "apuré"

  @ARR-008 @arrivee-et-resultat
  Règle: L'arrivée électronique qui suit la clôture manuelle est connue de tous

    @panne
    Scénario: arrivée et résultat en un seul acte ne rouvrent pas le mouvement clos
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le bureau de départ a clos le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Quand le bureau de destination annonce l'arrivée et le résultat "conforme" (A1) en un seul acte
      Alors les administrations informées sont exactement: Togo, Burkina Faso
      Et le mouvement est dans l'état "clos à la main"
      Et le registre compte 8 événements

  @DIS-022
  Règle: Un mouvement clos à la main ne se contrôle ni ne s'apure plus

    @refus
    Scénario: le résultat du contrôle est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Et le bureau de départ a clos le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Quand le bureau de destination communique le résultat "conforme" (A1)
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement est dans l'état "clos à la main"

    @refus
    Scénario: un apurement est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Et le bureau de départ a clos le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Quand le bureau de départ apure le mouvement
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType

# language: fr
@services @sur-mesure @exclusif @horloge
Fonctionnalité: Essai

  @SRV-001 @SRV-002 @nominal
  Scénario: l'avis part, les services sont interrogés
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services
    Quand le bureau de départ annonce le mouvement
    Alors le message est accepté
    Et le registre des contribuables reçoit en tout 2 appels
    Et le registre des véhicules reçoit en tout 2 appels
    Et le guichet unique reçoit en tout 1 appel
    Et le tarif reçoit en tout 1 appel
    Et rien ne contredit le mouvement

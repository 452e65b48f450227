# language: fr
Fonctionnalité: Refus du registre des garanties

  @registre-garanties
  Règle: La garantie ne sert qu'à son titulaire

    @GUA-017 @refus
    Scénario: l'affectation au nom d'un autre titulaire est refusée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement au nom d'un autre titulaire
      Alors le registre des garanties refuse: G04
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-017 @refus
    Scénario: l'interrogation au nom d'un autre titulaire est refusée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ interroge la garantie au nom d'un autre titulaire
      Alors le registre des garanties refuse: G04

    @GUA-017 @refus
    Scénario: un autre titulaire ne libère pas la garantie d'un mouvement clos à la main
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, qui a franchi toutes ses frontières
      Et le bureau de départ a clos le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Quand le bureau de départ demande la libération de la garantie au nom d'un autre titulaire
      Alors le registre des garanties refuse: G04
      Et le registre publie 38 000 000 FCFA disponibles sur 50 000 000 FCFA

  @registre-garanties
  Règle: Un mouvement n'a qu'une affectation sur une garantie

    @GUA-018 @nominal
    Scénario: le même montant affecté deux fois n'est bloqué qu'une fois
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, annoncé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties accepte
      Et toutes les affectations acceptées portent le même numéro
      Et le registre publie 12 000 000 FCFA affectés à ce mouvement, 38 000 000 FCFA disponibles

    @GUA-018 @refus
    Scénario: un autre montant pour le même mouvement est refusé
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, annoncé
      Quand le bureau de départ affecte 15 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: G05
      Et le registre publie 12 000 000 FCFA affectés à ce mouvement, 38 000 000 FCFA disponibles

    @GUA-018 @nominal
    Scénario: la même affectation, redemandée quand le disponible ne suffit plus, est la même
      Étant donné une garantie de 20 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, annoncé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties accepte
      Et le registre publie 8 000 000 FCFA disponibles sur 20 000 000 FCFA

  @registre-garanties
  Règle: On ne libère que ce qui est affecté

    @GUA-019 @refus
    Plan du Scénario: la libération sans affectation est refusée, le mouvement étant <étape>
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et que le mouvement est annoncé
      Et le bureau de départ <acte>
      Quand le bureau de départ demande la libération de la garantie
      Alors le registre des garanties refuse: G05
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

      Exemples:
        | étape   | acte                                                         |
        | annoncé | interroge la garantie                                        |
        | annulé  | annule le mouvement: "Marchandise retirée par le déclarant." |

  @registre-garanties
  Règle: Une garantie engagée ne s'annule pas

    @GUA-021 @refus
    Scénario: l'annulation d'une garantie qui a une affectation ouverte est refusée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, dont la mainlevée est accordée
      Quand le garant annule la garantie
      Alors le registre des garanties refuse: G05
      Et le registre publie 12 000 000 FCFA affectés à ce mouvement, 38 000 000 FCFA disponibles

    @GUA-021 @nominal
    Scénario: l'affectation close, le garant annule sa garantie
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, apuré
      Quand le garant annule la garantie
      Alors le registre des garanties accepte

    @GUA-016 @refus
    Scénario: une garantie annulée ne sert plus
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le garant a annulé la garantie
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: G02

    @GUA-021 @refus
    Scénario: un autre pays que celui du garant n'annule pas la garantie
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le Burkina Faso annule la garantie
      Alors le registre des garanties refuse: G05

  @registre-garanties
  Règle: Une garantie inconnue l'est pour toutes les opérations

    @GUA-008 @refus
    Plan du Scénario: <acte>, la garantie n'étant pas enregistrée
      Étant donné un mouvement sous garantie à montant de référence de Lomé à Ouagadougou par Cinkansé
      Quand <acte>
      Alors le registre des garanties refuse: G01
      Et la réponse ne donne aucun montant

      Exemples:
        | acte                                                            |
        | le bureau de départ affecte 12 000 000 FCFA au mouvement        |
        | le bureau de départ demande la libération de la garantie        |
        | le bureau de départ met la garantie en jeu pour 12 000 000 FCFA |
        | le garant annule la garantie                                    |

  @registre-garanties
  Règle: De plusieurs raisons toutes sont données, sauf à qui n'a pas le code d'accès

    @GUA-009 @refus
    Scénario: le code d'accès faux est la seule raison donnée
      Étant donné une garantie de 10 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement avec un code d'accès faux, au nom d'un autre titulaire
      Alors le registre des garanties refuse: G03
      Et la réponse ne donne aucun montant

    @GUA-009 @refus
    Scénario: une affectation avec un code d'accès faux ne bloque rien
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement avec un code d'accès faux
      Alors le registre des garanties refuse: G03
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-003 @GUA-017 @refus
    Scénario: un autre titulaire et un montant trop grand
      Étant donné une garantie de 10 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement au nom d'un autre titulaire
      Alors le registre des garanties refuse: G04, INSUFFICIENT

    @GUA-016 @GUA-017 @refus
    Scénario: une garantie échue et un autre titulaire
      Étant donné une garantie de 50 000 000 FCFA échue depuis 1 jour, pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement au nom d'un autre titulaire
      Alors le registre des garanties refuse: G02, G04

    @GUA-003 @GUA-010 @refus
    Scénario: un pays non couvert et un montant trop grand
      Étant donné une garantie de 10 000 000 FCFA, valable pour le Togo et le Burkina Faso, pour un mouvement de Lomé à Niamey par Kantchari
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: COUNTRY_NOT_COVERED, INSUFFICIENT
      Et la réponse cite les pays non couverts: Niger

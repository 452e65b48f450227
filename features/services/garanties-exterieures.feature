# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Garanties tenues par leur garant
  Quel garant tient son propre registre est une hypothèse ; la caution unique de l'AES n'a pas publié le sien.

  Contexte:
    Étant donné une pile qui interroge les services nationaux

  @SRV-022
  Règle: L'affectation est décidée par le registre du garant

    @nominal
    Plan du Scénario: <registre> affecte
      Et un mouvement <route> sous une garantie de 50 000 000 FCFA tenue par <registre>, 12 000 000 FCFA à affecter
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Alors le garant accepte l'affectation
      Et la réponse annonce 38 000 000 FCFA disponibles
      Et <registre> tient 12 000 000 FCFA pour le mouvement

      Exemples:
        | registre                         | route                              |
        | le registre de la CCI-Togo       | de Lomé à Ouagadougou par Cinkansé |
        | le registre de la caution unique | de Ouagadougou à Bamako par Koury  |

    @refus
    Scénario: le registre refuse ce qui dépasse le disponible
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 10 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Alors le garant refuse l'affectation: INSUFFICIENT
      Et le registre de la CCI-Togo tient 0 FCFA pour le mouvement

    @refus
    Scénario: le registre refuse une garantie qui n'est plus valable
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le registre de la CCI-Togo refuse (G02)
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Alors le garant refuse l'affectation: G02

  @SRV-023
  Règle: L'affectation n'est tenue qu'une fois

    @panne
    Plan du Scénario: le registre <panne>
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le registre de la CCI-Togo <panne>
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le registre de la CCI-Togo a reçu 1 appel
      Et <attente> s passent
      Alors le garant accepte l'affectation
      Et la réponse annonce 38 000 000 FCFA disponibles
      Et le registre de la CCI-Togo est rétabli
      Et le registre de la CCI-Togo tient 12 000 000 FCFA pour le mouvement
      Et chaque nouvel essai auprès du registre de la CCI-Togo répète la demande, à son numéro

      Exemples:
        | panne                                              | attente |
        | affecte, et sa réponse se perd                     | 3       |
        | affecte, et répond après le délai                  | 6       |
        | répond autre chose que ce qui est convenu une fois | 3       |
        | répond à propos d'autre chose une fois             | 3       |

    @nominal
    Scénario: la même affectation redemandée est la même, et ne bloque pas un second montant
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le garant accepte l'affectation
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Alors le garant accepte l'affectation
      Et toutes les affectations acceptées portent le même numéro
      Et la réponse annonce 38 000 000 FCFA disponibles
      Et le registre de la CCI-Togo n'a créé qu'une affectation
      Et le registre de la CCI-Togo tient 12 000 000 FCFA pour le mouvement

    @panne
    Scénario: le registre indisponible deux fois, l'affectation n'est demandée que sous un seul numéro
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le registre de la CCI-Togo répond 503 deux fois
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le temps passe de 6 s, par pas de 2 s
      Alors le garant accepte l'affectation
      Et le registre de la CCI-Togo a affecté une seule fois
      Et le registre de la CCI-Togo est rétabli
      Et le registre de la CCI-Togo tient 12 000 000 FCFA pour le mouvement

  @SRV-024
  Règle: Sans réponse du registre en 60 s, la demande est refusée, et rien ne reste bloqué

    @panne
    Plan du Scénario: <registre> muet, la demande est refusée
      Et un mouvement <route> sous une garantie de 50 000 000 FCFA tenue par <registre>, 12 000 000 FCFA à affecter
      Et <registre> est muet
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le temps passe de 70 s, par pas de 10 s
      Alors le garant refuse l'affectation: REGISTER_SILENT

      Exemples:
        | registre                         | route                              |
        | le registre de la CCI-Togo       | de Lomé à Ouagadougou par Cinkansé |
        | le registre de la caution unique | de Ouagadougou à Bamako par Koury  |

    @SRV-025 @panne
    Scénario: ce que le registre a affecté sans que personne le sache est rendu
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le registre de la CCI-Togo affecte, et sa réponse se perd
      Et le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le registre de la CCI-Togo est en panne
      Et le temps passe de 70 s, par pas de 10 s
      Quand le registre de la CCI-Togo est rétabli
      Et le temps passe de 20 min, par pas de 5 min
      Alors le garant refuse l'affectation: REGISTER_SILENT
      Et le registre de la CCI-Togo ne tient plus rien pour le mouvement

  @SRV-026
  Règle: L'apurement et l'annulation rendent l'affectation, même si le registre est en panne

    @panne
    Scénario: l'apurement n'attend pas le registre, qui apprend plus tard
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le garant accepte l'affectation
      Et le registre de la CCI-Togo est en panne
      Quand le mouvement est ensuite apuré
      Alors le mouvement est dans l'état "apuré"
      Et le registre de la CCI-Togo est rétabli
      Et le temps passe de 20 min, par pas de 5 min
      Et le registre de la CCI-Togo ne tient plus rien pour le mouvement

    @nominal
    Scénario: l'annulation rend l'affectation
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le garant accepte l'affectation
      Et le mouvement est ensuite annoncé
      Quand le bureau de départ annule le mouvement: "Transit abandonné"
      Et 5 s passent
      Alors le registre de la CCI-Togo ne tient plus rien pour le mouvement

    @SRV-021 @panne
    Scénario: un hub relancé rend encore l'affectation
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Et le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Et le garant accepte l'affectation
      Et le registre de la CCI-Togo est en panne
      Et le mouvement est ensuite apuré
      Quand le hub est arrêté brutalement, puis relancé
      Et le registre de la CCI-Togo est rétabli
      Et le temps passe de 20 min, par pas de 5 min
      Alors le registre de la CCI-Togo ne tient plus rien pour le mouvement

  @SRV-027
  Règle: Le code d'accès ne va qu'au registre du garant

    @nominal
    Scénario: le code d'accès est dans l'en-tête, et nulle part ailleurs
      Et un mouvement de Lomé à Ouagadougou par Cinkansé sous une garantie de 50 000 000 FCFA tenue par le registre de la CCI-Togo, 12 000 000 FCFA à affecter
      Quand le bureau de départ affecte 12 000 000 FCFA auprès du garant
      Alors seul l'en-tête destiné au registre de la CCI-Togo porte le code d'accès
      Et le code d'accès n'apparaît nulle part

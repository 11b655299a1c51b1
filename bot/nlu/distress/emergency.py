"""Here and now, a life at risk; not an illness that comes and goes (written as `phrases.py` says)."""

from __future__ import annotations

EMERGENCY = r"""
# Breath
j etouffe(?! (de|d|sous|dans)\b)
(arrive|arrivent|peux|peut) (plus|pas) a? ?respirer<not_on_effort>
(<near>|je) (ne )?respire (plus|pas)(?! (mieux|bien|facilement|normalement|comme|aussi|correctement|par)\b)

# Heart, brain, overdose
(je fais|je suis en train de faire|je crois que je fais) <attack><not_often>
<near> (fait|est en train de faire) <attack><not_often>
<bad> (une |tres |trop |super )*(grosse |forte |violente )?(douleur|mal) (\w+ ){0,4}<chest>
bouche (est )?(tordue|de travers)(?! depuis)
(sens|bouge) plus mon bras( gauche| droit)?(?=$| (d un coup|tout a coup|et))
<near> convulse\b

# Consciousness
(perds|<near> perd|<near> a perdu|<near> vient de perdre) connaissance<not_long_ago>
<near> (est|git) (\w+ )?(inconsciente?|evanouie?)\b(?! (de|du|des)\b)
<near> <fallen>\b(?!.{0,30}(caisse|cpam|secu|ameli|medecin|conseil)).{0,30}\b(repond|bouge|respire|reagit) (plus|pas)

# Blood
(perds?|perd) (beaucoup|plein|enormement|trop) de sang
saigne (beaucoup|partout|enormement|sans arret)
saigne.{0,20}s arrete pas

appelez (vite )?(les secours|une ambulance|le samu|les pompiers)
"""

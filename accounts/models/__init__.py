from accounts.models.gemeente import Gemeente
from accounts.models.klad import Klad
from accounts.models.lidmaatschap import Lidmaatschap
from accounts.models.user import User

__all__ = ["Gemeente", "Klad", "Lidmaatschap", "User"]

from accounts.models.gemeente import Gemeente
from accounts.models.lidmaatschap import Lidmaatschap
from accounts.models.user import User

__all__ = ["Gemeente", "Lidmaatschap", "User"]

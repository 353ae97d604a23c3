using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Reads the priority risks of a school against its profile (RISK-6).</summary>
internal sealed class PriorityRiskSelection(string editionCode, IReadOnlyList<RiskAssessment> assessments)
{
    public const string Choices = "choices";
    public const string LeftOut = "leftOut";

    private readonly Dictionary<RiskAssessment, (int Index, string? Reason)> _chosen = [];
    private readonly Dictionary<RiskAssessment, (int Index, string? Reason)> _leftOut = [];
    private readonly List<Error> _errors = [];

    /// <summary>Every error of the request, or null when the selection may be applied.</summary>
    public Error? Read(IReadOnlyList<RiskDecision> choices, IReadOnlyList<RiskDecision> leftOut, NormVersion least)
    {
        Resolve(Choices, choices, _chosen);
        Resolve(LeftOut, leftOut, _leftOut);

        // Until every factor is known, a missing reason may be only a misspelt name.
        if (_errors.Count == 0)
        {
            RequireEnough(least);
            RequireReasons();
        }

        return _errors.Count == 0 ? null : ParticipationErrors.Combine(_errors);
    }

    public void Apply()
    {
        foreach (var assessment in assessments)
        {
            var isPriority = _chosen.TryGetValue(assessment, out var decision);
            if (!isPriority)
            {
                _leftOut.TryGetValue(assessment, out decision);
            }

            assessment.Decide(isPriority, decision.Reason);
        }
    }

    private void Resolve(
        string list,
        IReadOnlyList<RiskDecision> decisions,
        Dictionary<RiskAssessment, (int Index, string? Reason)> into
    )
    {
        for (var index = 0; index < decisions.Count; index++)
        {
            var (factor, reason) = decisions[index];
            if (factor.IsEmpty)
            {
                _errors.Add(ParticipationErrors.FactorNotNamed(list, index));
            }
            else if (assessments.FirstOrDefault(assessment => assessment.Answers(factor)) is not { } assessment)
            {
                _errors.Add(ParticipationErrors.FactorUnknown(list, index, factor, editionCode));
            }
            else if (_chosen.ContainsKey(assessment) || !into.TryAdd(assessment, (index, reason)))
            {
                // Twice in one list, or both chosen and left out.
                _errors.Add(ParticipationErrors.FactorRepeated(list, index, assessment.FactorName));
            }
        }
    }

    private void RequireEnough(NormVersion least)
    {
        if (least.AsWholeNumber() is { } fewest && _chosen.Count < fewest)
        {
            _errors.Add(ParticipationErrors.TooFewPriorityRisks(least, fewest, _chosen.Count));
        }
    }

    private void RequireReasons()
    {
        foreach (var assessment in assessments)
        {
            if (_chosen.TryGetValue(assessment, out var choice))
            {
                if (assessment.Level == RiskLevel.Low && string.IsNullOrWhiteSpace(choice.Reason))
                {
                    _errors.Add(ParticipationErrors.LowRiskNeedsReason(choice.Index, assessment.FactorName));
                }

                continue;
            }

            var isListed = _leftOut.TryGetValue(assessment, out var omission);
            if (assessment.Level == RiskLevel.High && string.IsNullOrWhiteSpace(omission.Reason))
            {
                _errors.Add(
                    ParticipationErrors.HighRiskNeedsReason(isListed ? omission.Index : null, assessment.FactorName)
                );
            }
        }
    }
}

using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>
/// Says when a programme is registered what the federal register would refuse in its documents: once they are printed, nobody
/// can correct it. Programmes asks, Frdo answers.
/// </summary>
public interface IProgrammePrecheck
{
    IReadOnlyList<Warning> Of(Programme programme);
}

using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Topics;

internal sealed class TopicMaker : Maker
{
    public TopicMaker() =>
        Object(
            "/topics/{id}",
            async made =>
                await made.PostAsync("/topics", new { code = made.Code("topic"), name = "тема " + made.Number() })
        );
}

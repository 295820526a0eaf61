using Gigatrace.Tests.Documents;

namespace Gigatrace.Tests.Extraction;

public class StoryDateTests
{
    [Fact]
    public void Yesterday_is_counted_from_the_storys_own_day()
    {
        var document = Show.Document(
            """
            ---
            published: 2025-06-10
            ---
            # The cell week, 24/2025

            ## Douai opens
            3 June 2025

            AESC opened its battery plant in Douai yesterday.

            ## Dunkirk opens

            Verkor opened its battery plant in Dunkirk yesterday.

            ## Nothing else
            Prices fell.
            """);
        var opened = new Pipeline().Extract(document).Claims.Where(claim => claim.Predicate == "milestone").ToDictionary(claim => claim.Subject, claim => claim.When?.Edtf, StringComparer.Ordinal);
        opened["AESC Douai"].ShouldBe("2025-06-02");
        opened["Verkor Dunkirk"].ShouldBe("2025-06-09");
    }
}

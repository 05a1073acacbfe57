"""English words by what they say about a picture: colours, materials, looks, places, light. Data only."""


def listed(words: str) -> frozenset[str]:
    """The words of a text, one white space between each."""
    return frozenset(words.split())


COLOURS = listed(
    """red green blue yellow orange purple violet pink brown black white grey gray beige cream ivory gold golden
    silver silvery bronze copper teal cyan magenta turquoise navy maroon burgundy crimson scarlet olive lime
    mint lavender lilac indigo coral salmon peach tan khaki mustard amber emerald ruby sapphire charcoal rainbow
    multicolored multicoloured blond blonde brunette auburn ginger platinum rose rosy chestnut aqua fuchsia
    ochre rust sage mauve plum colourful colorful colourless colorless pastel neon monochrome jade graphite sand
    sandy milky lemon apricot vermilion ebony caramel taupe pearl pearly opal denim sepia tangerine azure cobalt
    cerulean hazel reddish greenish bluish yellowish pinkish brownish greyish grayish whitish orangey purplish"""
)
MATERIALS = listed(
    """wood wooden metal metallic steel iron brass glass ceramic porcelain marble stone granite concrete brick
    leather suede velvet silk satin cotton linen wool woolen woollen knitted denim lace plastic rubber paper
    cardboard clay crystal diamond ice chrome aluminium aluminum fur furry fabric felt wicker bamboo oak pine
    walnut mahogany gold silver bronze copper titanium polyester nylon tweed corduroy fleece canvas straw rattan
    terracotta slate sandstone jade amber wax foam chocolate lego tile tiled mosaic enamel acrylic vinyl sequin
    plush cashmere birch teak tartan mesh quartz obsidian hardwood parquet plywood carpet marbled"""
)
ADJECTIVES = listed(
    """dark bright light pale deep vivid matte mat glossy shiny dull rough smooth soft hard sharp blurry blurred
    clear transparent translucent opaque big large small tiny huge giant tall short long wide narrow thick thin
    fat slim heavy round square curved straight curly wavy bald old young new vintage antique modern futuristic
    retro rustic elegant fancy plain simple minimal minimalist ornate striped spotted checkered checked plaid
    floral patterned polka dotted happy sad angry surprised scared serious neutral friendly smiling laughing
    crying asleep awake sleepy tired open opened closed shut empty full broken cracked clean dirty dusty rusty
    wet dry frozen icy burning burnt melted hot cold warm cool fresh rotten ripe unripe raw cooked lit unlit
    glowing illuminated shining sparkling glittery reflective textured weathered worn torn wrinkled muscular
    skinny chubby pregnant bearded shaved freckled tanned natural realistic cute scary spooky cozy cosy dramatic
    cinematic moody gloomy cheerful festive romantic luxurious expensive cheap professional casual formal
    stylish trendy bold subtle muted saturated desaturated contrasty crisp fluffy hairy spiky messy neat tidy
    loose tight oversized fitted sleeveless bigger smaller higher lower visible invisible prominent centered
    centred tilted upright flat solid hollow wooden furry golden upside-down barefoot naked dressed older
    lighter better-lit grainy pixelated quiet calm stormy playful sleek symmetrical intense strong weak vibrant
    busy intricate detailed delicate rugged majestic mysterious magical dreamy ethereal whimsical glamorous
    sophisticated flavoured flavored sunny dense sparse lush overgrown bare blooming withered dried leafless
    snow-covered snowy different brighter darker warmer cooler softer sharper cleaner simpler cuter happier
    sadder angrier fuller thicker thinner"""
)
# Words that may stand before or after an adjective without making it a thing: "a much darker shade of".
MODIFIERS = listed(
    """a an the more less much very bit little slightly somewhat even far way lot really quite super extra too as
    and or but with of in to into all completely fully totally entirely partly half shade shades tone tones tint
    hue colour color coloured colored colouring coloring material finish texture look looking version one ones
    again instead please single pure solid style-less gently strongly lightly softly so not"""
)
PROPERTIES = {
    "colour": "colour colours color colors hue shade tint skin-tone complexion palette tone",
    "material": "material materials texture fabric surface finish",
    "size": "size height width length thickness scale",
    "shape": "shape form outline silhouette",
    "pattern": "pattern design print motif embroidery",
    "pose": "pose posture gesture stance action movement gaze",
    "expression": "expression emotion mood-on-face smile look",
    "age": "age",
    "hair": "hairstyle haircut hairdo",
    "opacity": "opacity transparency",
    "quality": "quality resolution sharpness contrast saturation vibrance clarity detail details",
}
PROPERTY_OF = {word: name for name, words in PROPERTIES.items() for word in words.split()}
# Of a person: with "give him red …" they are changed, not added.
BODY = listed(
    """hair beard moustache mustache eyes eye skin face smile lips nose ears cheeks eyebrows eyebrow teeth
    hairstyle haircut fur feathers tail expression body arms legs hands complexion tan freckles makeup wrinkles
    bangs fringe ponytail"""
)
FACIAL_ADDITIONS = listed("beard moustache mustache freckles makeup tattoo tattoos wings horns tail goatee")
CLOTHES = listed(
    """clothes clothing outfit shirt t-shirt tshirt dress suit jacket coat sweater hoodie trousers pants jeans
    skirt shorts uniform robe gown blouse top kimono vest costume armor armour tie scarf socks shoes boots
    sneakers gloves hat cap jumper cardigan attire"""
)
PLACES = listed(
    """beach forest mountain mountains desert city street ocean sea lake river jungle park garden field meadow hill
    hills hilltop countryside village town room office kitchen bedroom bathroom livingroom studio cafe café
    restaurant bar shop store mall market school classroom library museum gallery castle church temple stadium
    arena gym airport station subway space moon mars planet underwater island valley canyon cave waterfall snow
    glacier savanna savannah farm barn skyline downtown alley road highway bridge harbor harbour pier dock port
    coast coastline shore seaside poolside rooftop paris london tokyo york rome venice egypt japan china africa
    alps sahara hawaii antarctica greece iceland landscape scenery seascape cityscape rainforest woodland woods
    wilderness plaza square courtyard balcony terrace hospital laboratory factory warehouse garage construction
    battlefield spaceship galaxy cosmos universe environment setting scene wall countertop deck grassland
    pasture vineyard orchard playground zoo aquarium campsite cemetery hallway corridor lobby hall lounge attic
    basement theater theatre stage cinema casino greenhouse igloo swamp tundra prairie volcano lawn greenery
    foliage surroundings interior indoors outdoors outside tower ballroom palace sunset sunrise bokeh tabletop"""
)
# Places that stand in a picture as things: one of them becomes another thing rather than another background.
LANDMARKS = listed("road bridge tower wall pier dock house highway alley stage pool path fence counter tabletop")
BACKDROPS = listed("background backdrop scenery surroundings environment setting location scene backgrounds landscape")
LIGHT_NOUNS = listed(
    """light lights lighting daylight sunlight moonlight candlelight spotlight backlight backlighting illumination
    exposure brightness shadow shadows highlight highlights weather season atmosphere ambiance ambience mood
    glow time sunshine sun temperature fog mist haze rain snow sunbeams sunset sunrise dawn dusk"""
)
LIGHTS = listed(
    """night nighttime night-time day daytime daylight dawn dusk sunrise sunset twilight evening morning noon
    midday midnight afternoon sunny rainy snowy cloudy foggy misty stormy overcast windy rain raining snowing
    snow fog mist storm thunderstorm lightning winter summer spring autumn fall wintry autumnal summery
    springtime wintertime summertime christmas moonlit moonlight sunlit backlit candlelit candlelight neon-lit
    floodlit golden-hour blue-hour hour dim dimly darkness moody gloomy hazy sunlight weather season blizzard
    drizzle"""
)
BARE_LIGHTS = listed(
    "darker brighter lighter warmer cooler colder moodier sunnier gloomier dimmer foggier rainier snowier hazier"
)
STYLES = listed(
    """watercolor watercolour painting sketch drawing cartoon anime manga comic comics illustration engraving
    woodcut mosaic fresco mural graffiti collage origami papercut claymation pixel-art lowpoly low-poly vector
    lineart blueprint cubist cubism impressionist impressionism impressionistic expressionist surrealist
    surrealism baroque renaissance gothic rococo pop-art steampunk cyberpunk vaporwave synthwave noir film-noir
    ukiyo-e ghibli pixar disney simpsons lego-style pastel-drawing charcoal pencil crayon ink gouache acrylics
    stained-glass photorealistic photoreal photorealism hyperrealistic hyperreal 3d 3-d isometric poster-style
    sepia black-and-white monochrome greyscale grayscale bw polaroid retro-style vintage-style art-deco
    art-nouveau bauhaus pointillism pointillist minimalistic chibi doodle caricature render rendering cel-shaded
    voxel minecraft oil-painting diorama icon logo-style emoji sticker woodblock tapestry embroidery-style
    crochet cross-stitch halftone duotone linocut etching lithograph storybook graphic-novel risograph kawaii
    disneyesque picasso monet rembrandt dali banksy klimt warhol vermeer hokusai matisse kandinsky mondrian
    caravaggio gogh miyazaki lichtenstein tintype daguerreotype tattoo-style"""
)
STYLE_NOUNS = listed("style aesthetic look filter vibe genre medium technique rendering")
TEXTS = listed(
    """number text texts word words letter letters lettering caption captions title subtitle headline heading
    slogan tagline font fonts typeface typography wording inscription writing signature phrase sentence digits
    characters subtitles typo spelling subheading footer copy calligraphy handwriting"""
)
WHOLE = listed(
    """portrait it this that image picture photo photograph photos pic shot scene whole everything thing frame
    all entire overall render illustration drawing artwork composition one version poster visual painting"""
)
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LOOKS = listed(
    "blur bokeh vignette grain saturation contrast brightness sharpness warmth vibrance color colour "
    "colors colours detail details texture noise clarity"
)
